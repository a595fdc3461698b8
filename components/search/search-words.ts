import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Translate } from "@/lib/platform/i18n/translator";

const names = [
  "field", "placeholder", "resultsOne", "resultsMany", "resultsMore", "countedAmong", "resultsNone", "show", "state", "language", "tag", "clear", "apply", "filters", "hits",
  "meTooOne", "meTooMany", "answersOne", "answersMany", "minutesOne", "minutesMany", "checked", "more", "notRight", "notRightText", "ask",
  "preview", "acceptedBy", "officialBy", "bestAnswer", "asks", "noAnswer", "open", "solvedIt", "thanks", "choose", "openKey", "clearKey",
  "noneTitle", "noneText", "noneFiltered", "start", "startText", "popular", "failed",
  "product", "category", "date", "since.week", "since.month", "since.year", "showing", "didYouMean", "in.en", "in.de", "filterWords",
  "save", "saved", "savedDone", "savedGone", "savedTitle", "savedName", "savedTell", "savedRename", "savedDelete",
  "kind.thread", "kind.article", "kind.video", "at", "state.solved", "state.answered", "state.unanswered",
] as const;

export type SearchWords = ReturnType<typeof searchWords>;

/** The results are drawn by the server first and then in the browser, where there are no messages. */
export function searchWords(t: Translate, company: string) {
  const holes = { n: "{n}", words: "{words}", month: "{month}", time: "{time}", name: "{name}", company };
  const own = Object.fromEntries(names.map((name) => [name, t(`search.${name}`, holes)])) as Record<(typeof names)[number], string>;
  return {
    ...own,
    meToo: t("threads.meToo"),
    offline: t("threads.offline"),
    states: {
      solved: t("state.solved"),
      answered: t("state.answered"),
      unanswered: t("state.unanswered"),
      guide: t("state.guide"),
      video: t("state.video"),
      discussion: t("state.discussion"),
      announcement: t("state.announcement"),
      official: t("state.official", { company }),
    },
  };
}

/** "42 results" from its two forms. */
export function counted(one: string, many: string, count: number, locale: string): string {
  return count === 1 ? one : many.replace("{n}", count.toLocaleString(locale));
}

/** "Checked in May 2026": when somebody last said that a guide still holds. */
export function checkedIn({ checked }: SearchWords, verifiedAt: string, locale: Locale): string {
  return checked.replace("{month}", formatDate(locale, new Date(verifiedAt), "month"));
}
