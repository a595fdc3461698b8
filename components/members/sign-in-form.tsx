"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

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
        name="email"
        type="email"
        label={texts.email}
        placeholder={texts.emailPlaceholder}
        autoComplete="username"
        defaultValue={state.values.email}
        error={state.errors.email}
      />
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
    </form>
  );
}
