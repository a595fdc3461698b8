import { type Locale, locales } from "../i18n/locale";
import { analyze, fold, type Token } from "./analyze";
import type { EngineQuery, Phrase, QueryTerm, QueryWord, SearchFilter } from "./engine";
import type { ParsedQuery } from "./parse-query";
import {
  type Beginning,
  type Statistics,
  findBeginnings,
  findSimilar,
  readStatistics,
} from "./term-statistics";

/** More words make a query slower and hardly better. */
const mostWords = 16;
const mostTokens = 500;
const mostUnknown = 4;
/** Of a word that is none yet; and of one that may also be meant as it stands. */
const beginningWeight = 0.7;
const longerWeight = 0.3;
const similarWeight = 0.75;

export type Understood = EngineQuery & { statistics: Statistics };

type Piece = {
  text: string;
  position: number;
  open: boolean;
  share: number;
  tokens: { locale: Locale; token: Token }[];
};
export type QueryText = { text: string; share: number };

/** Chooses the words that tell most and finds out what each may mean in the index. At most three queries. */
export async function understandQuery(
  parsed: ParsedQuery,
  filter: SearchFilter,
  limit: number,
  more: QueryText[] = [],
): Promise<Understood> {
  const among = filter.locale ? [filter.locale] : [...locales];
  const pieces = telling(piecesOf(parsed, among, more));
  const statistics = await readStatistics(
    pieces.flatMap(({ tokens }) => tokens.map(({ token }) => token.term)),
  );
  const words = pieces.map((piece) => wordOf(piece, statistics));
  await addBeginnings(words, among, statistics);
  await addSimilar(words, among, statistics);
  return {
    words: mostTelling(words),
    phrases: parsed.phrases.map(phraseOf),
    excluded: parsed.excluded.map(phraseOf),
    filter,
    limit,
    statistics,
  };
}

function piecesOf(parsed: ParsedQuery, among: Locale[], more: QueryText[]): Piece[] {
  const pieces = new Map<string, Piece>();
  let base = 0;
  for (const { text, share, open } of [
    ...parsed.phrases.map((phrase) => ({ text: phrase, share: 1, open: false })),
    { text: parsed.text, share: 1, open: parsed.open },
    ...more.map((part) => ({ ...part, open: false })),
  ]) {
    let next = base;
    for (const locale of among) {
      const tokens = analyze(text, locale).slice(0, mostTokens);
      for (const token of tokens) {
        const position = base + token.position;
        const key = `${position}:${token.end - token.start}`;
        const piece = pieces.get(key) ?? {
          text: text.slice(token.start, token.end),
          position,
          open: open && token.end === text.length,
          share,
          tokens: [],
        };
        piece.tokens.push({ locale, token });
        pieces.set(key, piece);
        next = Math.max(next, position + 2);
      }
    }
    base = next;
  }
  return onceEach([...pieces.values()]);
}

function onceEach(pieces: Piece[]): Piece[] {
  const kept = new Map<string, Piece>();
  for (const piece of pieces) {
    const key = piece.tokens.map(({ locale, token }) => `${locale}:${token.term}`).join(" ");
    const same = kept.get(key);
    if (!same) kept.set(key, piece);
    else same.open ||= piece.open;
  }
  return [...kept.values()];
}

/**
 * Small words count only where there is nothing else. One language's "the" would be a rare and telling word
 * of the other, so what is small in one of those searched is small in all of them.
 */
function telling(pieces: Piece[]): Piece[] {
  const kept = pieces.filter(({ tokens }) => !tokens.some(({ token }) => token.stop));
  return kept.length > 0 ? kept : pieces;
}

function wordOf({ text, position, open, share, tokens }: Piece, statistics: Statistics): QueryWord {
  const terms = tokens
    .map(({ locale, token }) => termOf(locale, token.term, 1, statistics))
    .filter(({ documents }) => documents > 0);
  return { text, position, open, share, terms };
}

function termOf(locale: Locale, term: string, quality: number, statistics: Statistics): QueryTerm {
  const documents = statistics.documentsOf(locale, term);
  return {
    locale,
    term,
    documents,
    titles: statistics.documentsOf(locale, `=${term}`),
    weight: quality * statistics.idf(locale, documents),
  };
}

/** The word at the cursor is also taken as the beginning of frequent words. */
async function addBeginnings(words: QueryWord[], among: Locale[], statistics: Statistics): Promise<void> {
  const open = words.find((word) => word.open);
  if (!open) return;
  const beginnings = among
    .map((locale) => ({ locale, text: fold(open.text, locale) }))
    .filter(({ text }) => text.length >= 2);
  const weight = open.terms.length > 0 ? longerWeight : beginningWeight;
  for (const found of await findBeginnings(beginnings)) addTerm(open, found, weight, statistics);
}

/** Words that nobody ever wrote here are taken as misspellings of words that somebody did. */
async function addSimilar(words: QueryWord[], among: Locale[], statistics: Statistics): Promise<void> {
  const unknown = words
    .filter(
      ({ terms, text }) => terms.length === 0 && text.length >= 4 && text.length <= 40 && !/\d/.test(text),
    )
    .slice(0, mostUnknown);
  if (unknown.length === 0) return;
  const wanted = unknown.flatMap((word) =>
    among.map((locale) => ({ locale, text: analyze(word.text, locale)[0]?.term ?? "", word })),
  );
  for (const { index, ...found } of await findSimilar(wanted)) {
    const word = wanted[index]?.word;
    if (word) addTerm(word, found, similarWeight, statistics);
  }
}

function addTerm(word: QueryWord, found: Beginning, quality: number, statistics: Statistics): void {
  if (word.terms.some(({ locale, term }) => locale === found.locale && term === found.term)) return;
  word.terms.push({ ...found, weight: quality * statistics.idf(found.locale, found.documents) });
}

function mostTelling(words: QueryWord[]): QueryWord[] {
  const value = ({ terms, share }: QueryWord) => share * Math.max(0, ...terms.map(({ weight }) => weight));
  return words.sort((a, b) => value(b) - value(a)).slice(0, mostWords);
}

function phraseOf(text: string): Record<Locale, Phrase> {
  const of = (locale: Locale) =>
    trim(
      analyze(text, locale)
        .filter(
          (token, index, all) => token.position === index || all[index - 1]?.position !== token.position,
        )
        .map((token) => (token.stop ? null : token.term)),
    );
  return { en: of("en"), de: of("de") };
}

/** A phrase neither begins nor ends with a gap. */
function trim(phrase: Phrase): Phrase {
  const first = phrase.findIndex((term) => term !== null);
  const last = phrase.findLastIndex((term) => term !== null);
  return first < 0 ? [] : phrase.slice(first, last + 1);
}
