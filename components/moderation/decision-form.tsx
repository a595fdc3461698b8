"use client";

import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type DecisionFormProps = {
  action: FormAction;
  locale: string;
  caseId: number;
  version: number;
  view: string;
  /** The case that is shown afterwards. */
  next: number | null;
  canned: SelectOption[];
  /** What fits what was reported. */
  likely: string;
  /** Where the author can be sanctioned too; null for those who may not. */
  sanctionHref: string | null;
  texts: Record<"reason" | "words" | "keep" | "hide" | "delete" | "sanction" | "busy", string>;
};

/** The reason stands above the buttons: it is written before the decision. */
export function DecisionForm({ action, locale, caseId, version, view, next, canned, likely, sanctionHref, texts }: DecisionFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { values, errors } = state;
  const chosen = values.canned ?? likely;
  const waiting = busy && texts.busy;
  return (
    <form ref={ref} action={send} className="grid gap-2.5" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="next" value={next ?? ""} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
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
    </form>
  );
}
