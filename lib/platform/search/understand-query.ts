import { type Locale, locales } from "../i18n/locale";
import { addSynonyms, synonymRules, synonymTerms } from "./add-synonyms";
import { analyze, isSwappedStopWord } from "./analyze";
import { partTerm } from "./document-vector";
import type { EngineQuery, Phrase, QueryTerm, QueryWord, SearchFilter } from "./engine";
import { fold, stem } from "./fold-word";
import { heardOfWords } from "./learn-words";
import type { ParsedQuery } from "./parse-query";
import { type Piece, piecesOf, type QueryText } from "./query-pieces";
import { type Beginning, findBeginnings, findSimilar, readStatistics, type Similar, type Statistics, termOf } from "./term-statistics";
import { noWordTunings, type WordTunings } from "./word-tuning";

/** More words make a query slower and hardly better. */
const mostWords = 16;
const mostUnknown = 4;
const mostRare = 2;
/** Of a word that is none yet; and of one that may also be meant as it stands. */
const beginningWeight = 0.7;
const longerWeight = 0.3;
/** Of a word that was meant with one letter wrong; each further letter halves it. */
const similarWeight = 0.8;
/** Of a word that is known, but far rarer than one that looks like it. */
const likelierWeight = 0.4;
const farMoreFrequent = 30;
/** Of a compound whose part was looked for, and of the parts of a compound that was. */
const inCompoundWeight = 0.8;
const partsWeight = 0.6;
/** Of two words that others write as one. */
const joinedWeight = 0.9;
const mostJoined = 12;

export type Understood = EngineQuery & { statistics: Statistics };

/** Chooses the words that tell most and finds out what each may mean in the index. At most four queries. */
export async function understandQuery(
  parsed: ParsedQuery,
  filter: SearchFilter,
  limit: number,
  more: QueryText[] = [],
  tuning: WordTunings = noWordTunings,
): Promise<Understood> {
  const among = filter.locale ? [filter.locale] : [...locales];
  await heardOfWords();
  const pieces = piecesOf(parsed, among, more, tuning);
  const pairs = joinedPairs(pieces);
  const rules = synonymRules(pieces, among, tuning);
  const statistics = await readStatistics([
    ...pieces.flatMap(({ tokens }) => tokens.flatMap(({ token }) => [token.term, ...(token.compound?.parts ?? [])])),
    ...pairs.map(({ term }) => term),
    ...synonymTerms(rules),
  ]);
  void heardOfWords(statistics.words);
  const words = pieces.map((piece) => wordOf(piece, statistics));
  const small = words.filter((word) => !isKnown(word) && among.some((locale) => isSwappedStopWord(word.text, locale)));
  addJoined(words, pairs, statistics);
  addSynonyms(words, pieces, rules, statistics);
  const telling = small.length < words.length ? words.filter((word) => !small.includes(word)) : words;
  await Promise.all([addBeginnings(telling, among, statistics), addSimilar(telling, among, statistics)]);
  return {
    words: mostTelling(telling),
    phrases: parsed.phrases.map(phraseOf),
    excluded: parsed.excluded.map(phraseOf),
    filter,
    limit,
    statistics,
  };
}

function wordOf({ text, position, open, share, tokens }: Piece, statistics: Statistics): QueryWord {
  const terms = tokens.flatMap(({ locale, token }) => [
    ...wholeAndPart(locale, token.term, 1, statistics),
    ...(token.compound?.parts ?? []).flatMap((part, place) =>
      wholeAndPart(locale, part, partsWeight, statistics).map((term) => ({ ...term, part: { group: 0, place } })),
    ),
  ]);
  return { text, position, open, share, terms };
}

/** A German word is found as it stands, and, for a little less, as what a compound is made of. */
function wholeAndPart(locale: Locale, term: string, quality: number, statistics: Statistics): QueryTerm[] {
  const whole = termOf(locale, term, quality, statistics);
  if (locale !== "de") return whole.documents > 0 ? [whole] : [];
  const part = termOf(locale, partTerm(term), quality * inCompoundWeight, statistics);
  return [whole, part].filter(({ documents }) => documents > 0);
}

type Pair = { locale: Locale; term: string; first: number; second: number };

/** "wasch maschine": neighbours, written as one. */
function joinedPairs(pieces: Piece[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [first, piece] of pieces.entries()) {
    const second = pieces.findIndex(({ position, share }) => position === piece.position + 1 && share === piece.share);
    const next = pieces[second];
    if (!next || pairs.length >= mostJoined || piece.share < 1) continue;
    for (const { locale } of piece.tokens)
      pairs.push({ locale, term: stem(fold(`${piece.text}${next.text}`, locale), locale), first, second });
  }
  return pairs;
}

function addJoined(words: QueryWord[], pairs: Pair[], statistics: Statistics): void {
  for (const { locale, term, first, second } of pairs) {
    const joined = termOf(locale, term, joinedWeight, statistics);
    if (joined.documents === 0) continue;
    for (const word of [words[first], words[second]]) {
      if (!word) continue;
      const own = Math.max(0, ...word.terms.map(({ weight }) => weight));
      word.terms.push({ ...joined, weight: Math.max(own * joinedWeight, joined.weight / 2) });
    }
  }
}

/** The word at the cursor is also taken as the beginning of frequent words. */
async function addBeginnings(words: QueryWord[], among: Locale[], statistics: Statistics): Promise<void> {
  const open = words.find((word) => word.open);
  if (!open) return;
  const beginnings = among
    .map((locale) => ({ locale, text: fold(open.text, locale) }))
    .filter(({ text }) => text.length >= 2);
  const weight = isKnown(open) ? longerWeight : beginningWeight;
  for (const found of await findBeginnings(beginnings)) addTerm(open, found, weight, statistics);
}

/** Whether anybody ever wrote the word itself. */
function isKnown({ terms }: QueryWord): boolean {
  return terms.some(({ part }) => !part);
}

/**
 * Words that nobody ever wrote here are taken as misspellings of words that somebody did; words that hardly anybody
 * did may be, of those that are far more frequent.
 */
async function addSimilar(words: QueryWord[], among: Locale[], statistics: Statistics): Promise<void> {
  const writable = words.filter(({ text }) => text.length >= 4 && text.length <= 40 && !/\d/.test(text));
  const unknown = writable.filter((word) => !isKnown(word)).slice(0, mostUnknown);
  const rare = writable
    .filter((word) => isKnown(word) && word.share === 1 && !word.open && word.terms.every(({ documents }) => documents <= 2))
    .slice(0, mostRare);
  const wanted = [...unknown, ...rare].flatMap((word) =>
    among.map((locale) => ({ locale, text: analyze(word.text, locale)[0]?.term ?? "", word })),
  );
  if (wanted.length === 0) return;
  const best = new Map<QueryWord, Similar>();
  for (const found of await findSimilar(wanted)) {
    const word = wanted[found.index]?.word;
    if (!word) continue;
    const known = unknown.includes(word) ? 0 : Math.max(1, ...word.terms.map(({ documents }) => documents));
    if (known > 0 && found.documents < known * farMoreFrequent) continue;
    addTerm(word, found, known > 0 ? likelierWeight : similarWeight / 2 ** (found.distance - 1), statistics);
    const other = best.get(word);
    if (!other || likelier(found, other)) best.set(word, found);
  }
  for (const [word, { locale, term }] of best) word.meant = { locale, term };
}

function likelier(a: Similar, b: Similar): boolean {
  return a.distance === b.distance ? a.documents > b.documents : a.distance < b.distance;
}

function addTerm(word: QueryWord, { locale, term, documents, titles }: Beginning, quality: number, statistics: Statistics): void {
  if (word.terms.some((known) => known.locale === locale && known.term === term && !known.part)) return;
  word.terms.push({ locale, term, documents, titles, weight: quality * statistics.idf(locale, documents) });
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
