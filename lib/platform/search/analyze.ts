import type { Locale } from "../i18n/locale";
import { singleton } from "../singleton";
import { cutWords } from "./cut-words";
import { fold, longestWord, stem } from "./fold-word";
import { type Split, splitCompound, wordsGeneration } from "./split-compound";
import { stopWords } from "./stop-words";

export type Token = {
  /** What is compared: folded and stemmed. */
  term: string;
  /** Counts words, so that neighbours differ by one. */
  position: number;
  start: number;
  end: number;
  stop: boolean;
  /** Of a German compound: the words it is made of. */
  compound: Split | null;
};

type Known = { term: string; stop: boolean; compound: Split | null };

const mostKnownWords = 50_000;

type Remembered = Record<Locale, Map<string, Known>> & { generation: number };

/** Most words come again and again: looking one up is twenty times faster than stemming it. */
const known = singleton<Remembered>("search.known-words", () => ({ en: new Map(), de: new Map(), generation: wordsGeneration() }));
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
  const places = cutWords(text);
  for (let at = 0; at < places.length; at += 2) {
    const start = places[at] ?? 0;
    const end = places[at + 1] ?? start;
    const { term, stop, compound } = lookUp(text.slice(start, end), locale);
    const token = { term, stop, compound, position: position++, start, end };
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
    // Its parts stand there as words of their own.
    compound: null,
    position: first.position,
    start: first.start,
    end: last.end,
  };
}

function lookUp(word: string, locale: Locale): Known {
  if (known.generation !== wordsGeneration()) {
    known.de.clear();
    known.generation = wordsGeneration();
  }
  const cache = known[locale];
  const found = cache.get(word);
  if (found) return found;
  const folded = fold(word, locale);
  const stop = stops[locale].has(folded);
  const made = { term: stem(folded, locale), stop, compound: locale === "de" && !stop ? splitCompound(folded) : null };
  if (word.length > longestWord) return made;
  if (cache.size >= mostKnownWords) cache.clear();
  cache.set(word, made);
  return made;
}

/** "nciht", "yuor": a small word with two neighbours swapped. */
export function isSwappedStopWord(word: string, locale: Locale): boolean {
  const folded = fold(word, locale);
  if (folded.length < 4 || folded.length > 10) return false;
  for (let at = 0; at + 1 < folded.length; at++) {
    const swapped = folded.slice(0, at) + (folded[at + 1] ?? "") + (folded[at] ?? "") + folded.slice(at + 2);
    if (stops[locale].has(swapped)) return true;
  }
  return false;
}
