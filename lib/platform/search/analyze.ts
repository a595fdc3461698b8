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

type Known = { term: string; stop: boolean };

const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;
/** Longer runs are no words of any language; they are cut, so that they stay findable by their beginning. */
const longestWord = 60;
const mostKnownWords = 50_000;

/** Most words come again and again: looking one up is twenty times faster than stemming it. */
const known: Record<Locale, Map<string, Known>> = { en: new Map(), de: new Map() };
const stops: Record<Locale, Set<string>> = {
  en: new Set(stopWords.en.map((word) => fold(word, "en"))),
  de: new Set(stopWords.de.map((word) => fold(word, "de"))),
};

/**
 * Cuts a text into the terms that are indexed, looked for and highlighted: the same for every engine and
 * for every version of Postgres. Words joined by hyphens also yield what they are when written as one.
 */
export function analyze(text: string, locale: Locale): Token[] {
  const tokens: Token[] = [];
  /** The first word of several joined by hyphens. */
  let first: Token | undefined;
  let last: Token | undefined;
  let position = 0;
  const join = () => {
    if (first && last && first !== last) tokens.push(joined(text, first, last, locale));
  };
  for (const match of text.matchAll(words)) {
    const start = match.index;
    const token = { ...lookUp(match[0], locale), position: position++, start, end: start + match[0].length };
    const hyphenated = last !== undefined && start === last.end + 1 && text[last.end] === "-";
    if (!hyphenated) {
      join();
      first = token;
    }
    last = token;
    tokens.push(token);
  }
  join();
  return tokens;
}

function joined(text: string, first: Token, last: Token, locale: Locale): Token {
  const whole = text
    .slice(first.start, Math.min(last.end, first.start + 2 * longestWord))
    .replaceAll("-", "");
  return {
    ...lookUp(whole, locale),
    stop: false,
    position: first.position,
    start: first.start,
    end: last.end,
  };
}

/** Lower case without accents; in German "ß" is "ss", and "ae" is as good as "ä". */
export function fold(word: string, locale: Locale): string {
  const plain = word
    .slice(0, longestWord)
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(locale === "en" ? /['’]s$|['’]/g : /['’]/g, "");
  return locale === "de" ? plain.replace(/([ao])e/g, "$1").replace(/(?<!q)ue/g, "u") : plain;
}

function lookUp(word: string, locale: Locale): Known {
  const cache = known[locale];
  const found = cache.get(word);
  if (found) return found;
  const folded = fold(word, locale);
  const made = { term: stem(folded, locale), stop: stops[locale].has(folded) };
  if (word.length > longestWord) return made;
  if (cache.size >= mostKnownWords) cache.clear();
  cache.set(word, made);
  return made;
}

/** Names of things ("W7", "E18") stay as they are. */
function stem(folded: string, locale: Locale): string {
  if (/\d/.test(folded)) return folded;
  return (locale === "de" ? stemGerman(folded) : stemEnglish(folded)) || folded;
}
