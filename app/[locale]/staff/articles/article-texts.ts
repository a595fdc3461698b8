import type { SelectOption } from "@/components/ui/select";
import type { CategoryNode } from "@/lib/categories/category-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Translate } from "@/lib/platform/i18n/translator";

export function articleTexts(t: Translate) {
  return {
    title: t("editor.title"),
    summary: t("editor.summary"),
    summaryHint: t("editor.summaryHint"),
    body: t("editor.body"),
    locale: t("editor.locale"),
    category: t("editor.category"),
    duration: t("editor.duration"),
    durationHint: t("editor.durationHint"),
    scope: t("editor.scope"),
    scopeHint: t("editor.scopeHint"),
    tools: t("editor.tools"),
    toolsHint: t("editor.toolsHint"),
    save: t("editor.save"),
    busy: t("common.saving"),
    theirs: t("editor.theirs"),
    theirsHint: t("editor.theirsHint"),
    ...diffTexts(t),
  };
}

export function diffTexts(t: Translate) {
  return { added: t("editor.added"), removed: t("editor.removed"), same: t("editor.same", { count: "{count}" }), nothing: t("editor.nothingChanged") };
}

/** The tree as one list, what is below set in. */
export function categoryOptions(nodes: CategoryNode[], locale: Locale, depth = 0): SelectOption[] {
  return nodes.flatMap((node) => [
    { value: node.slug, label: `${"\u2003".repeat(depth)}${node.name[locale]}` },
    ...categoryOptions(node.children, locale, depth + 1),
  ]);
}
