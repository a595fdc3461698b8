"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type ScheduleFormProps = { action: FormAction; locale: string; id: number; suggested: string; texts: Record<"at" | "atHint" | "submit" | "busy", string> };

/** Says when a guide is to appear. */
export function ScheduleForm({ action, locale, id, suggested, texts }: ScheduleFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className="grid gap-2.5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="to" value="scheduled" />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      <TextInput
        type="datetime-local"
        name="at"
        dense
        label={texts.at}
        hint={texts.atHint}
        defaultValue={state.values.at ?? suggested}
        error={state.errors.publishAt}
      />
      <Button type="submit" size="d" wide busy={busy && texts.busy}>
        {texts.submit}
      </Button>
    </form>
  );
}
