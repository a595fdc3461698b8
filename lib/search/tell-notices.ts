import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { longestQuery, mostWords } from "@/lib/platform/search/parse-query";
import type { Misunderstood } from "./filter-words";
import type { SearchNotice } from "./hit";
import type { Unknown } from "./resolve-filter";

type Happened = { typed: string; misunderstood: Misunderstood[]; unknown: Unknown[]; leftOut: boolean; isCited: boolean; hasWords: boolean };

/** Says in one sentence each what could not be done as it was typed. */
export function tellNotices(locale: Locale, { typed, misunderstood, unknown, leftOut, isCited, hasWords }: Happened): SearchNotice[] {
  const t = translator(locale);
  const isTooLong = typed.length > longestQuery || typed.split(/\s+/).length > mostWords;
  return [
    ...misunderstood.map(({ name, value, known }): SearchNotice =>
      known
        ? { code: "unknown_value", text: t("search.notice.value", { name, value }) }
        : { code: "unknown_filter", text: t("search.notice.filter", { name }) },
    ),
    ...unknown.map(({ what, value }): SearchNotice =>
      what === "author"
        ? { code: "unknown_author", text: t("search.notice.author", { value }) }
        : { code: "unknown_category", text: t("search.notice.category", { value }) },
    ),
    ...(leftOut ? [{ code: "filter_left_out" as const, text: t("search.notice.leftOut") }] : []),
    ...(isCited ? [{ code: "phrase_left_out" as const, text: t("search.notice.phrase") }] : []),
    ...(isTooLong ? [{ code: "too_long" as const, text: t("search.notice.long", { count: mostWords }) }] : []),
    ...(!hasWords && typed.trim() !== "" ? [{ code: "no_words" as const, text: t("search.notice.noWords") }] : []),
  ];
}
