import type { ReactNode } from "react";
import { OneButtonForm } from "@/components/members/one-button-form";
import { RulePreviewTable } from "@/components/search-tools/rule-preview";
import type { Member } from "@/lib/members/actor";
import { InvalidInput } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { previewRule, type RulePreview } from "@/lib/search/preview-rule";
import { saveRuleAction } from "../actions";
import { fieldsOf, type WrittenRule } from "../written-rule";

export type Tried = { rule: WrittenRule; preview: RulePreview | null; errors: Record<string, string> };

/** What the address asks to try: what it would do, or what is wrong with it, by field of the form. */
export async function tryRule(actor: Member, locale: Locale, rule: WrittenRule | null, isTried: boolean): Promise<Tried | null> {
  if (!rule || !isTried) return null;
  try {
    return { rule, preview: await previewRule(actor, rule), errors: {} };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const t = translator(locale);
    const named = Object.entries(error.fields).map(([path, { key, values }]) => [fieldOf(path), t(key, values)] as const);
    return { rule, preview: null, errors: Object.fromEntries(named.reverse()) };
  }
}

function fieldOf(path: string): string {
  const name = path.split(".")[1] ?? "";
  return ["from", "to", "word"].includes(name) ? "words" : name || path;
}

/** Before and after, and only then the button that saves. */
export function TriedRule({ locale, part, tried, children }: { locale: Locale; part: string; tried: Tried; children?: ReactNode }) {
  if (!tried.preview) return null;
  const t = translator(locale);
  return (
    <section className="ccard" aria-labelledby="preview">
      <h2 id="preview">{t("searchTools.preview.title")}</h2>
      <RulePreviewTable locale={locale} preview={tried.preview} />
      <div className="rsave">
        <OneButtonForm
          action={saveRuleAction}
          locale={locale}
          fields={{ ...fieldsOf(tried.rule), part }}
          label={t(tried.rule.replacesId ? "searchTools.replace" : "common.save")}
          busy={t("common.saving")}
        />
        {children}
        <span className="small mut">{t("searchTools.undoable")}</span>
      </div>
    </section>
  );
}
