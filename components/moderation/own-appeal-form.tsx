"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type OwnAppealFormProps = {
  action: FormAction;
  locale: string;
  /** { decisionId } or { sanctionId } */
  about: Record<string, string>;
  texts: Record<"label" | "hint" | "submit" | "busy", string>;
};

/** Objects, once, to a decision about oneself. */
export function OwnAppealForm({ action, locale, about, texts }: OwnAppealFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className="grid gap-4" noValidate>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      <TextArea name="text" rows={5} maxLength={2000} label={texts.label} hint={texts.hint} defaultValue={state.values.text} error={state.errors.text} />
      <div>
        <Button type="submit" look="pri" busy={busy && texts.busy}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
