"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type SignUpFormProps = {
  action: FormAction;
  locale: string;
  next: string;
  texts: {
    name: string;
    nameHint: string;
    email: string;
    emailPlaceholder: string;
    password: string;
    passwordHint: string;
    submit: string;
    busy: string;
  };
};

export function SignUpForm({ action, locale, next, texts }: SignUpFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      <TextInput
        name="displayName"
        label={texts.name}
        hint={texts.nameHint}
        autoComplete="nickname"
        defaultValue={state.values.displayName}
        error={state.errors.displayName}
      />
      <TextInput
        name="email"
        type="email"
        label={texts.email}
        placeholder={texts.emailPlaceholder}
        autoComplete="username"
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <TextInput
        name="password"
        type="password"
        label={texts.password}
        hint={texts.passwordHint}
        autoComplete="new-password"
        error={state.errors.password}
      />
      <Button type="submit" look="pri" wide busy={busy && texts.busy}>
        {texts.submit}
      </Button>
    </form>
  );
}
