"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { useFormAction } from "@/components/ui/use-form-action";

type PickAnswersFormProps = {
  action: FormAction;
  locale: string;
  threadId: number;
  answers: { id: number; label: string; excerpt: string; chosen: boolean }[];
  texts: Record<"legend" | "submit" | "busy", string>;
};

/** Which answers a guide is made of: any of them, not only the accepted one. */
export function PickAnswersForm({ action, locale, threadId, answers, texts }: PickAnswersFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const picked = state.values.picked?.split(",");
  const error = state.errors.answerIds;
  return (
    <form ref={ref} action={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="threadId" value={threadId} />
      {(state.problem ?? error) && (
        <Note kind="bad" live>
          {state.problem ?? error}
        </Note>
      )}
      <fieldset className="grid gap-3">
        <legend>{texts.legend}</legend>
        {answers.map(({ id, label, excerpt, chosen }) => (
          <Checkbox
            key={id}
            id={`answer-${id}`}
            name="answer"
            value={id}
            defaultChecked={picked ? picked.includes(String(id)) : chosen}
            label={label}
            hint={excerpt}
          />
        ))}
      </fieldset>
      <div>
        <Button type="submit" look="pri" busy={busy && texts.busy}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
