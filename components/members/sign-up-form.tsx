"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";
import { EmailField, NewPasswordField } from "./sign-fields";

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
  return (
    <ActionForm action={action} locale={locale} fields={{ next }}>
      {(state, busy) => (
        <>
          <TextInput
            name="displayName"
            label={texts.name}
            hint={texts.nameHint}
            autoComplete="nickname"
            defaultValue={state.values.displayName}
            error={state.errors.displayName}
          />
          <EmailField state={state} label={texts.email} placeholder={texts.emailPlaceholder} />
          <NewPasswordField state={state} label={texts.password} hint={texts.passwordHint} />
          <Button type="submit" look="pri" wide busy={busy && texts.busy}>
            {texts.submit}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
