import type { Locale } from "../i18n/locale";
import { analyze, type Token } from "./analyze";
import type { ParsedQuery } from "./parse-query";
import type { WordTunings } from "./word-tuning";

const mostTokens = 500;

/** One word of a query, as it reads in each language. */
export type Piece = {
  text: string;
  position: number;
  open: boolean;
  share: number;
  tokens: { locale: Locale; token: Token }[];
};
/** More text that tells what is looked for, and how much it counts beside the query itself. */
export type QueryText = { text: string; share: number };

/** The words of a query, each once, small ones left out where there are others. */
export function piecesOf(parsed: ParsedQuery, among: Locale[], more: QueryText[], tuning: WordTunings): Piece[] {
  const pieces = new Map<string, Piece>();
  const stops = stopTerms(among, tuning);
  let base = 0;
  for (const { text, share, open } of [
    ...parsed.phrases.map((phrase) => ({ text: phrase, share: 1, open: false })),
    { text: parsed.text, share: 1, open: parsed.open },
    ...more.map((part) => ({ ...part, open: false })),
  ]) {
    let next = base;
    for (const locale of among) {
      for (const token of analyze(text, locale).slice(0, mostTokens)) {
        const position = base + token.position;
        const key = `${position}:${token.end - token.start}`;
        const piece = pieces.get(key) ?? {
          text: text.slice(token.start, token.end),
          position,
          open: open && token.end === text.length,
          share,
          tokens: [],
        };
        piece.tokens.push({ locale, token: stops[locale]?.has(token.term) ? { ...token, stop: true } : token });
        pieces.set(key, piece);
        next = Math.max(next, position + 2);
      }
    }
    base = next;
  }
  return telling(onceEach([...pieces.values()]));
}

function stopTerms(among: Locale[], tuning: WordTunings): Partial<Record<Locale, Set<string>>> {
  return Object.fromEntries(
    among.map((locale) => [
      locale,
      new Set(tuning[locale].stopWords.flatMap((word) => analyze(word, locale).map(({ term }) => term))),
    ]),
  );
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
  if (kept.length > 0) return kept;
  // "How do I": looked for only where it is written so often.
  return pieces.map((piece) => ({ ...piece, tokens: piece.tokens.filter(({ token }) => token.stop) }));
}
