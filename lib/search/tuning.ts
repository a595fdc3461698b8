import type { Locale } from "@/lib/platform/i18n/locale";
import type { WordTuning } from "@/lib/platform/search/word-tuning";
import { analyze } from "@/lib/platform/search/analyze";
import type { RuleData } from "./rule";

/** What managers taught the search in one language, and what it worked out by itself. */
export type LocaleTuning = WordTuning & {
  pins: RuleData["pin"][];
  /** How much each kind counts beside what ships; 1 changes nothing. */
  weights: RuleData["weights"];
  /** From this likelihood (0 to 1) on a suggestion is said to be the same question; at 1 none is. */
  suggestionThreshold: number;
};

export type SearchTuning = Record<Locale, LocaleTuning>;

/** While there are too few labels to work it out: on labelled pairs of two other forums nine of ten are right from here on. */
export const shippedThreshold = 0.6;

export function untuned(): LocaleTuning {
  return {
    synonyms: [],
    oneWay: [],
    stopWords: [],
    pins: [],
    weights: { article: 1, solved: 1, open: 1 },
    suggestionThreshold: shippedThreshold,
  };
}

/** How much a document of this kind and state counts. */
export function weightOf({ weights }: LocaleTuning, { kind, state }: { kind: string; state: string }): number {
  if (kind === "article" || kind === "video") return weights.article;
  return state === "solved" ? weights.solved : weights.open;
}

/** Keys that come first for these words, whatever their order, endings and small words. */
export function pinnedFor({ pins }: LocaleTuning, text: string, locale: Locale): string[] {
  if (pins.length === 0) return [];
  const asked = essence(text, locale);
  return [...new Set(pins.filter(({ query }) => essence(query, locale) === asked).flatMap(({ keys }) => keys))];
}

/** What is left of a query: its telling terms, sorted. Two queries with the same essence ask the same. */
export function essence(text: string, locale: Locale): string {
  const tokens = analyze(text, locale);
  const telling = tokens.filter(({ stop }) => !stop);
  return [...new Set((telling.length > 0 ? telling : tokens).map(({ term }) => term))].sort().join(" ");
}
