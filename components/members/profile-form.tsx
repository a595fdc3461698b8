"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction } from "@/components/ui/form-state";
import { Select } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";

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
  return (
    <ActionForm action={action} locale={locale} className="grid gap-5">
      {(state, busy) => {
        const { values, errors } = state;
        const wasSent = values.displayName !== undefined;
        const letters = values.letters ?? account.locale;
        return (
          <>
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
          </>
        );
      }}
    </ActionForm>
  );
}
