"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextArea } from "@/components/ui/text-input";

type OwnAppealFormProps = {
  action: FormAction;
  locale: string;
  /** { decisionId } or { sanctionId } */
  about: Record<string, string>;
  texts: Record<"label" | "hint" | "submit" | "busy", string>;
};

/** Objects, once, to a decision about oneself. */
export function OwnAppealForm({ action, locale, about, texts }: OwnAppealFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={about} className="grid gap-4">
      {(state, busy) => (
        <>
          <TextArea name="text" rows={5} maxLength={2000} label={texts.label} hint={texts.hint} defaultValue={state.values.text} error={state.errors.text} />
          <div>
            <Button type="submit" look="pri" busy={busy && texts.busy}>
              {texts.submit}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
