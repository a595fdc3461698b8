"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import type { CaseFields } from "./decision-form";

type SanctionFormProps = {
  action: FormAction;
  locale: string;
  about: CaseFields;
  /** Back to the decision without one. */
  backHref: string;
  measures: SelectOption[];
  rules: SelectOption[];
  likelyRule: string;
  texts: Record<"title" | "measure" | "rule" | "reason" | "reasonHint" | "submit" | "cancel" | "busy", string>;
};

/** Deletes the post and says what that means for its author. */
export function SanctionForm({ action, locale, about, backHref, measures, rules, likelyRule, texts }: SanctionFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={about} className="grid gap-2.5" labelledBy="sanction">
      {(state, busy) => {
        const { values, errors } = state;
        const measure = values.measure ?? measures[1]?.value;
        const rule = values.rule ?? likelyRule;
        return (
          <>
            <h3 id="sanction" className="font-semibold">
              {texts.title}
            </h3>
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
          </>
        );
      }}
    </ActionForm>
  );
}
