"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type AppealFormProps = {
  action: FormAction;
  locale: string;
  appealId: number;
  texts: Record<"answer" | "answerHint" | "grant" | "refuse" | "busy", string>;
};

/** The answer to an appeal, written before it is granted or refused. */
export function AppealForm({ action, locale, appealId, texts }: AppealFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className="grid gap-2.5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="appealId" value={appealId} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      <TextArea
        name="answer"
        rows={3}
        maxLength={2000}
        label={texts.answer}
        hint={texts.answerHint}
        defaultValue={state.values.answer}
        error={state.errors.answer}
      />
      <div className="btns">
        <Button type="submit" size="d" name="granted" value="yes" busy={busy && texts.busy}>
          {texts.grant}
        </Button>
        <Button type="submit" look="dang" size="d" name="granted" value="no" busy={busy && texts.busy}>
          {texts.refuse}
        </Button>
      </div>
    </form>
  );
}
