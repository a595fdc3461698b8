"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type ResetPasswordFormProps = {
  action: FormAction;
  locale: string;
  token: string;
  texts: { password: string; hint: string; submit: string; busy: string };
};

export function ResetPasswordForm({ action, locale, token, texts }: ResetPasswordFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
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
    </form>
  );
}
