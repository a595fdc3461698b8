"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { Button } from "@/components/ui/button";
import type { ComposerProps } from "@/components/ui/composer";
import type { ComposerLabels } from "@/components/ui/composer-labels";
import { Field } from "@/components/ui/field";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { useFormAction } from "@/components/ui/use-form-action";

type AnswerFormProps = {
  action: FormAction;
  threadId: number;
  slug: string;
  locale: string;
  labels: ComposerLabels;
  texts: { label: string; placeholder: string; send: string; sending: string };
};

/** A plain form that anybody's browser can send; who is signed in gets the composer in its place. */
export function AnswerForm({ action, threadId, slug, locale, labels, texts }: AnswerFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { me } = useOverlay();
  const [Composer, setComposer] = useState<ComponentType<ComposerProps>>();
  const [clientId, setClientId] = useState("");
  const typed = useRef(state.values.body ?? "");
  const fieldId = "answer-body";
  useEffect(() => setClientId(crypto.randomUUID()), [state]);
  useEffect(() => {
    if (!me) return;
    void import("@/components/ui/composer").then((it) => {
      const field = document.getElementById(fieldId);
      const focused = field !== null && field === document.activeElement;
      if (field instanceof HTMLTextAreaElement) typed.current = field.value;
      setComposer(() => it.Composer);
      if (focused) requestAnimationFrame(() => document.getElementById(fieldId)?.focus());
    });
  }, [me]);
  const button = (
    <Button type="submit" look="pri" busy={busy && texts.sending}>
      {texts.send}
    </Button>
  );
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
      {Composer ? (
        <Composer
          id={fieldId}
          label={texts.label}
          labels={labels}
          placeholder={texts.placeholder}
          draftKey={`answer-${threadId}`}
          defaultValue={typed.current}
          error={state.errors.body}
          rows={2}
          quiet
          footer={button}
        />
      ) : (
        <Field id={fieldId} label={texts.label} error={state.errors.body}>
          <div className="composer">
            <textarea id={fieldId} name="body" className="txt" rows={2} placeholder={texts.placeholder} defaultValue={state.values.body} />
            <div className="cf">
              <span className="hint grow hide-phone" />
              {button}
            </div>
          </div>
        </Field>
      )}
    </form>
  );
}
