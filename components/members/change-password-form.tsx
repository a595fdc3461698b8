"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";
import { NewPasswordField } from "./sign-fields";

type ChangePasswordFormProps = {
  action: FormAction;
  locale: string;
  /** Lets password keepers know whose password this is. */
  email: string;
  hasPassword: boolean;
  texts: { current: string; password: string; hint: string; submit: string; busy: string };
};

export function ChangePasswordForm({ action, locale, email, hasPassword, texts }: ChangePasswordFormProps) {
  return (
    <ActionForm action={action} locale={locale} className="grid gap-5">
      {(state, busy) => (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          {hasPassword && (
            <TextInput name="current" type="password" label={texts.current} autoComplete="current-password" error={state.errors.current} />
          )}
          <NewPasswordField state={state} label={texts.password} hint={texts.hint} />
          <div>
            <Button type="submit" busy={busy && texts.busy}>
              {texts.submit}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
