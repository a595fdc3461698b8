"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type ProfileFormProps = {
  action: FormAction;
  locale: string;
  account: { displayName: string; bio: string; locale: string; mailNotifications: boolean };
  texts: {
    displayName: string;
    bio: string;
    bioHint: string;
    letters: string;
    mail: string;
    mailHint: string;
    save: string;
    busy: string;
  };
};

const languages = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
];

export function ProfileForm({ action, locale, account, texts }: ProfileFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { values, errors } = state;
  const wasSent = values.displayName !== undefined;
  const letters = values.letters ?? account.locale;
  return (
    <form ref={ref} action={send} className="grid gap-5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {state.done && <Note live>{state.done}</Note>}
      <TextInput
        name="displayName"
        label={texts.displayName}
        autoComplete="nickname"
        defaultValue={values.displayName ?? account.displayName}
        error={errors.displayName}
      />
      <TextArea name="bio" rows={4} label={texts.bio} hint={texts.bioHint} defaultValue={values.bio ?? account.bio} error={errors.bio} />
      <Select key={letters} name="letters" label={texts.letters} options={languages} defaultValue={letters} error={errors.locale} />
      <Checkbox
        name="mailNotifications"
        label={texts.mail}
        hint={texts.mailHint}
        defaultChecked={wasSent ? values.mailNotifications === "on" : account.mailNotifications}
      />
      <div>
        <Button type="submit" look="pri" busy={busy && texts.busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
