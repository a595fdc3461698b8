"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type ChangePasswordFormProps = {
  action: FormAction;
  locale: string;
  /** Lets password keepers know whose password this is. */
  email: string;
  hasPassword: boolean;
  texts: { current: string; password: string; hint: string; submit: string; busy: string };
};

export function ChangePasswordForm({ action, locale, email, hasPassword, texts }: ChangePasswordFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className="grid gap-5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {state.done && <Note live>{state.done}</Note>}
      {hasPassword && (
        <TextInput name="current" type="password" label={texts.current} autoComplete="current-password" error={state.errors.current} />
      )}
      <TextInput
        name="password"
        type="password"
        label={texts.password}
        hint={texts.hint}
        autoComplete="new-password"
        error={state.errors.password}
      />
      <div>
        <Button type="submit" busy={busy && texts.busy}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
