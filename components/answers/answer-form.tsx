"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import type { ComposerLabels } from "@/components/ui/composer-labels";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { useFormAction } from "@/components/ui/use-form-action";

type AnswerFormProps = {
  action: FormAction;
  threadId: number;
  slug: string;
  locale: string;
  labels: ComposerLabels;
  texts: { label: string; placeholder: string; send: string; sending: string; already: string; link: string };
};

const AlreadySaid = lazy(() => import("./already-said"));
/** From here on a text says something that may have been said. */
const telling = 40;

/** A plain form that anybody's browser can send; with script its field gets tools, a draft and uploads. */
export function AnswerForm({ action, threadId, slug, locale, labels, texts }: AnswerFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { me } = useOverlay();
  const [typed, setTyped] = useState("");
  const [clientId, setClientId] = useState("");
  useEffect(() => setClientId(crypto.randomUUID()), [state]);
  return (
    <form ref={ref} action={send} id="answer-form">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="threadId" value={threadId} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="clientId" value={clientId} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {state.done && <Note live>{state.done}</Note>}
      <Composer
        id="answer-body"
        label={texts.label}
        labels={labels}
        placeholder={texts.placeholder}
        draftKey={`answer-${threadId}`}
        defaultValue={state.values.body}
        error={state.errors.body}
        rows={2}
        quiet
        onChange={setTyped}
        footer={
          <Button type="submit" look="pri" busy={busy && texts.sending}>
            {texts.send}
          </Button>
        }
      />
      {me && typed.trim().length >= telling && (
        <Suspense>
          <AlreadySaid text={typed} fieldId="answer-body" title={texts.already} insert={texts.link} />
        </Suspense>
      )}
    </form>
  );
}
