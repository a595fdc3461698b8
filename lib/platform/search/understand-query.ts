import { type Locale, locales } from "../i18n/locale";
import { addSimilar } from "./add-similar";
import { addSynonyms, synonymRules, synonymTerms } from "./add-synonyms";
import { analyze, isSwappedStopWord } from "./analyze";
import type { EngineQuery, Phrase, QueryWord, SearchFilter } from "./engine";
import { foldText } from "./fold-text";
import { fold, stem } from "./fold-word";
import { heardOfWords } from "./learn-words";
import type { ParsedQuery } from "./parse-query";
import { type Piece, piecesOf, type QueryText } from "./query-pieces";
import { type Beginning, findBeginnings, readStatistics, type Statistics, termOf, writtenIn } from "./term-statistics";
import { addTerm, isKnown, meanings } from "./word-meanings";
import { noWordTunings, type WordTunings } from "./word-tuning";

/** More words make a query slower and hardly better. */
const mostWords = 16;
/** Of a word that is none yet; and of one that may also be meant as it stands. */
const beginningWeight = 0.7;
const longerWeight = 0.3;
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
  const beginning = readBeginnings(pieces, among);
  beginning.catch(() => {});
  const statistics = await readStatistics([
    ...pieces.flatMap(({ tokens }) => tokens.flatMap(({ token }) => [token.term, ...(token.compound?.all ?? [])])),
    ...pairs.map(({ term }) => term),
    ...synonymTerms(rules),
  ]);
  void heardOfWords(statistics.words);
  const words = pieces.map((piece) => wordOf(piece, statistics));
  const small = words.filter((word) => !isKnown(word) && among.some((locale) => isSwappedStopWord(word.text, locale)));
  addJoined(words, pairs, statistics);
  addSynonyms(words, pieces, rules, statistics);
  const telling = small.length < words.length ? words.filter((word) => !small.includes(word)) : words;
  await Promise.all([addBeginnings(telling, beginning, statistics), addSimilar(telling, among, statistics)]);
  return {
    words: mostTelling(telling),
    phrases: parsed.phrases.map(phraseOf),
    excluded: parsed.excluded.map(phraseOf),
    filter,
    limit,
    documents: { en: statistics.documentsOf("en", ""), de: statistics.documentsOf("de", "") },
    statistics,
  };
}

function wordOf({ text, position, open, share, tokens }: Piece, statistics: Statistics): QueryWord {
  const terms = tokens.flatMap(({ locale, token }) => meanings(locale, token.term, token.compound, 1, statistics, tellingOf(tokens, statistics)));
  return { text, position, open, share, terms };
}

/** "spin" tells no more because few Germans write it, and "App" no less where others do: as much as where most documents hold it. */
function tellingOf(tokens: Piece["tokens"], statistics: Statistics): number | undefined {
  const held = tokens.map(({ locale, token }) => ({ locale, documents: writtenIn(locale, token.term, statistics) }));
  const [home] = held.sort((a, b) => b.documents - a.documents);
  return home && statistics.idf(home.locale, home.documents);
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

/** What the word at the cursor may become; asked for beside what is known of the others. */
async function readBeginnings(pieces: Piece[], among: Locale[]): Promise<Beginning[]> {
  const open = pieces.find((piece) => piece.open);
  if (!open) return [];
  return findBeginnings(among.map((locale) => ({ locale, text: fold(open.text, locale) })).filter(({ text }) => text.length >= 2));
}

/** The word at the cursor is also taken as the beginning of frequent words. */
async function addBeginnings(words: QueryWord[], beginning: Promise<Beginning[]>, statistics: Statistics): Promise<void> {
  const open = words.find((word) => word.open);
  if (!open) return;
  const weight = isKnown(open) ? longerWeight : beginningWeight;
  for (const found of await beginning) addTerm(open, found, weight, statistics);
}

function mostTelling(words: QueryWord[]): QueryWord[] {
  const value = ({ terms, share }: QueryWord) => share * Math.max(0, ...terms.map(({ weight }) => weight));
  return words.sort((a, b) => value(b) - value(a)).slice(0, mostWords);
}

function phraseOf(text: string): Record<Locale, Phrase> {
  const of = (locale: Locale): Phrase => {
    const tokens = analyze(text, locale).filter((token, index, all) => token.position === index || all[index - 1]?.position !== token.position);
    const terms = trim(tokens.map(({ stop, term }) => (stop ? null : term)));
    return tokens.some(({ stop }) => stop) ? { terms, written: foldText(text, locale) } : { terms };
  };
  return { en: of("en"), de: of("de") };
}

/** A phrase neither begins nor ends with a gap. */
function trim(terms: Phrase["terms"]): Phrase["terms"] {
  const first = terms.findIndex((term) => term !== null);
  const last = terms.findLastIndex((term) => term !== null);
  return first < 0 ? [] : terms.slice(first, last + 1);
}
