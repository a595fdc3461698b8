"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type SanctionFormProps = {
  action: FormAction;
  locale: string;
  caseId: number;
  version: number;
  view: string;
  next: number | null;
  /** Back to the decision without one. */
  backHref: string;
  measures: SelectOption[];
  rules: SelectOption[];
  likelyRule: string;
  texts: Record<"title" | "measure" | "rule" | "reason" | "reasonHint" | "submit" | "cancel" | "busy", string>;
};

/** Deletes the post and says what that means for its author. */
export function SanctionForm({ action, locale, caseId, version, view, next, backHref, measures, rules, likelyRule, texts }: SanctionFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { values, errors } = state;
  const measure = values.measure ?? measures[1]?.value;
  const rule = values.rule ?? likelyRule;
  return (
    <form ref={ref} action={send} className="grid gap-2.5" noValidate aria-labelledby="sanction">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="next" value={next ?? ""} />
      <h3 id="sanction" className="font-semibold">
        {texts.title}
      </h3>
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      <Select key={`m${measure}`} name="measure" dense label={texts.measure} options={measures} defaultValue={measure} error={errors.kind ?? errors.days} />
      <Select key={`r${rule}`} name="rule" dense label={texts.rule} options={rules} defaultValue={rule} error={errors.rule} />
      <TextArea
        name="reason"
        rows={3}
        maxLength={500}
        label={texts.reason}
        hint={texts.reasonHint}
        defaultValue={values.reason}
        error={errors.reason}
      />
      <div className="btns">
        <LinkButton size="d" href={backHref}>
          {texts.cancel}
        </LinkButton>
        <Button type="submit" look="dang" size="d" busy={busy && texts.busy}>
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
