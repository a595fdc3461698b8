import type { Locale } from "../i18n/locale";

/** What people who know the trade taught about words of one language, as they wrote it; neither folded nor stemmed. */
export type WordTuning = {
  /** Each group: all of them mean the same. */
  synonyms: string[][];
  /** Who looks for `from` also finds `to`, but not the other way round. */
  oneWay: { from: string; to: string[] }[];
  /** Words that tell nothing here, besides the usual ones. */
  stopWords: string[];
};

export type WordTunings = Record<Locale, WordTuning>;

const none: WordTuning = { synonyms: [], oneWay: [], stopWords: [] };

export const noWordTunings: WordTunings = { en: none, de: none };
