"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";
import { EmailField } from "./sign-fields";

export type SignInTexts = {
  email: string;
  emailPlaceholder: string;
  password: string;
  signIn: string;
  sendLink: string;
  linkHint: string;
  forgot: string;
  busy: string;
};

type SignInFormProps = {
  action: FormAction;
  locale: string;
  next: string;
  resetHref: string;
  /** Another way in comes first and is the one primary button. */
  second: boolean;
  texts: SignInTexts;
};

/** One address, two ways: with a password, or with a mailed link. Enter takes the password. */
export function SignInForm({ action, locale, next, resetHref, second, texts }: SignInFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={{ next }}>
      {(state, busy) => (
        <>
          <EmailField state={state} label={texts.email} placeholder={texts.emailPlaceholder} />
          <TextInput name="password" type="password" label={texts.password} autoComplete="current-password" error={state.errors.password} />
          <Button type="submit" name="how" value="password" look={second ? "sec" : "pri"} wide busy={busy && texts.busy}>
            {texts.signIn}
          </Button>
          <a className="lk small justify-self-start" href={resetHref}>
            {texts.forgot}
          </a>
          <Button type="submit" name="how" value="link" look="sec" wide busy={busy && texts.busy}>
            {texts.sendLink}
          </Button>
          <p className="hint">{texts.linkHint}</p>
        </>
      )}
    </ActionForm>
  );
}
