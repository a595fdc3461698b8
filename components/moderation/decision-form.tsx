"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";

export type CaseFields = Record<"caseId" | "version" | "view" | "next", string | number>;

type DecisionFormProps = {
  action: FormAction;
  locale: string;
  /** Which case, as it was when it was read, and what is shown afterwards. */
  about: CaseFields;
  canned: SelectOption[];
  /** What fits what was reported. */
  likely: string;
  /** Where the author can be sanctioned too; null for those who may not. */
  sanctionHref: string | null;
  texts: Record<"reason" | "words" | "keep" | "hide" | "delete" | "sanction" | "busy", string>;
};

/** The reason stands above the buttons: it is written before the decision. */
export function DecisionForm({ action, locale, about, canned, likely, sanctionHref, texts }: DecisionFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={about} className="grid gap-2.5">
      {(state, busy) => {
        const { values, errors } = state;
        const chosen = values.canned ?? likely;
        const waiting = busy && texts.busy;
        return (
          <>
            <Select key={chosen} name="canned" dense label={texts.reason} options={canned} defaultValue={chosen} />
            <TextArea
              name="words"
              rows={2}
              maxLength={300}
              label={texts.words}
              defaultValue={values.words}
              error={errors.reason}
              style={{ minBlockSize: "58px" }}
            />
            <div className="btns">
              <Button type="submit" size="d" name="act" value="keep" keys="F" data-key="f" busy={waiting} aria-keyshortcuts="F">
                {texts.keep}
              </Button>
              <Button type="submit" size="d" name="act" value="hide" keys="Z" data-key="z" busy={waiting} aria-keyshortcuts="Z">
                {texts.hide}
              </Button>
              <Button type="submit" look="dang" size="d" name="act" value="delete" keys="E" data-key="e" busy={waiting} aria-keyshortcuts="E">
                {texts.delete}
              </Button>
              {sanctionHref && (
                <LinkButton look="dang" size="d" href={sanctionHref} data-key="s" aria-keyshortcuts="S">
                  <span className="row between">
                    {texts.sanction}
                    <kbd aria-hidden="true">S</kbd>
                  </span>
                </LinkButton>
              )}
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}
