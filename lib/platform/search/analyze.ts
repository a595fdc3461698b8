import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import type { Locale } from "../i18n/locale";
import { stopWords } from "./stop-words";

export type Token = {
  /** What is compared: folded and stemmed. */
  term: string;
  /** Counts words, so that neighbours differ by one. */
  position: number;
  start: number;
  end: number;
  stop: boolean;
};

const words = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Longer runs are no words of any language; they are cut, so that they stay findable by their beginning. */
const longest = 60;
const cacheSize = 20_000;
const caches: Record<Locale, Map<string, string>> = { en: new Map(), de: new Map() };

/**
 * Cuts a text into the terms that are indexed, looked for and highlighted. The same for every engine and
 * for every version of Postgres. A word with hyphens also yields its parts written as one.
 */
export function analyze(text: string, locale: Locale): Token[] {
  const tokens: Token[] = [];
  let joined: Token | undefined;
  let runStart = 0;
  let position = 0;
  for (const match of text.matchAll(words)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    const previous = tokens.at(-1);
    const hyphenated = previous !== undefined && start === previous.end + 1 && text[previous.end] === "-";
    const folded = fold(word, locale);
    if (hyphenated) {
      runStart = joined ? runStart : previous.start;
      joined = { term: termOf(text.slice(runStart, end).replaceAll("-", ""), locale), position: joined?.position ?? previous.position, start: runStart, end, stop: false };
    } else {
      if (joined) tokens.push(joined);
      joined = undefined;
    }
    tokens.push({ term: stem(folded, locale), position: position++, start, end, stop: stopWords[locale].has(folded) });
  }
  if (joined) tokens.push(joined);
  return tokens;
}

/** The term a single word is indexed under. */
export function termOf(word: string, locale: Locale): string {
  return stem(fold(word, locale), locale);
}

/** Lower case without accents; in German "ß" is "ss", and "ae" is as good as "ä". */
export function fold(word: string, locale: Locale): string {
  const plain = word
    .slice(0, longest)
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(locale === "en" ? /['’]s$|['’]/g : /['’]/g, "");
  return locale === "de" ? plain.replace(/([ao])e/g, "$1").replace(/(?<![q])ue/g, "u") : plain;
}

function stem(folded: string, locale: Locale): string {
  const cache = caches[locale];
  const known = cache.get(folded);
  if (known !== undefined) return known;
  const stemmed = /\d/.test(folded) ? folded : (locale === "de" ? stemGerman(folded) : stemEnglish(folded)) || folded;
  if (cache.size >= cacheSize) cache.clear();
  cache.set(folded, stemmed);
  return stemmed;
}
