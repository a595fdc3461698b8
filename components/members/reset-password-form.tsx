"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";

type ResetPasswordFormProps = {
  action: FormAction;
  locale: string;
  token: string;
  texts: { password: string; hint: string; submit: string; busy: string };
};

export function ResetPasswordForm({ action, locale, token, texts }: ResetPasswordFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={{ token }}>
      {(state, busy) => (
        <>
          <TextInput
            name="password"
            type="password"
            label={texts.password}
            hint={texts.hint}
            autoComplete="new-password"
            error={state.errors.password}
          />
          <Button type="submit" look="pri" wide busy={busy && texts.busy}>
            {texts.submit}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
