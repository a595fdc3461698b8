"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextArea } from "@/components/ui/text-input";

type AppealFormProps = {
  action: FormAction;
  locale: string;
  appealId: number;
  texts: Record<"answer" | "answerHint" | "grant" | "refuse" | "busy", string>;
};

/** The answer to an appeal, written before it is granted or refused. */
export function AppealForm({ action, locale, appealId, texts }: AppealFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={{ appealId }} className="grid gap-2.5">
      {(state, busy) => (
        <>
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
        </>
      )}
    </ActionForm>
  );
}
