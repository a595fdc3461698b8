"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";

type AccessTokenFormProps = {
  action: FormAction;
  locale: string;
  texts: {
    name: string;
    nameHint: string;
    days: string;
    choices: { value: string; label: string }[];
    create: string;
    busy: string;
    created: string;
    once: string;
    copy: string;
    copied: string;
  };
};

export function AccessTokenForm({ action, locale, texts }: AccessTokenFormProps) {
  return (
    <ActionForm action={action} locale={locale} className="grid gap-5">
      {(state, busy) => (
        <>
          {state.secret && <ShownOnce token={state.secret} texts={texts} />}
          <TextInput name="name" label={texts.name} hint={texts.nameHint} defaultValue={state.values.name} error={state.errors.name} />
          <Select
            key={state.values.days}
            name="days"
            label={texts.days}
            options={texts.choices}
            defaultValue={state.values.days ?? "90"}
            error={state.errors.days}
          />
          <div>
            <Button type="submit" look="pri" busy={busy && texts.busy}>
              {texts.create}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function ShownOnce({ token, texts }: { token: string; texts: AccessTokenFormProps["texts"] }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(token).then(() => setCopied(true));
  return (
    <Note live>
      <b>{texts.created}</b>
      <p>{texts.once}</p>
      <code className="secret" data-testid="access-token">
        {token}
      </code>
      <Button size="d" onClick={copy}>
        {copied ? texts.copied : texts.copy}
      </Button>
    </Note>
  );
}
