import type { Locale } from "../i18n/locale";
import { analyze, type Token } from "./analyze";
import type { QueryTerm, QueryWord } from "./engine";
import type { Statistics } from "./term-statistics";

export type Places = { term: string; positions: number[]; weights: string[] };
export type Candidate = { key: string; locale: Locale; title: string; length: number; places: Places[] };
export type Ranked<C> = C & {
  score: number;
  /** Share of what was looked for that it holds, 0 to 1. */ coverage: number;
};

/** BM25F, chosen on the training halves of public question sets: flat optima, nothing hangs on the last digit. */
const saturation = 1.6;
const titleWeight = 3;
const titleLengthPenalty = 0.3;
const textLengthPenalty = 0.75;
const usualTitleLength = 7;
/** Words that were typed side by side and stand so. */
const nearness = 0.6;
/** How alike title and query are as a whole, letter group by letter group. */
const titleLikeness = 0.6;

/** Orders candidates by how well they answer, exactly; the same whichever engine proposed them. */
export function rank<C extends Candidate>(
  candidates: C[],
  words: QueryWord[],
  statistics: Statistics,
): Ranked<C>[] {
  const grams = { en: gramsOfWords(words, "en"), de: gramsOfWords(words, "de") };
  // What only accompanies a query (the body of a question) may help to hold it, but is not missed.
  const sought = words.reduce((sum, word) => sum + (word.share < 1 ? 0 : bestWeight(word)), 0);
  return candidates
    .map((candidate) => {
      const title = analyze(candidate.title, candidate.locale).filter(({ stop }) => !stop);
      const { score, held } = scoreWords(
        candidate,
        title.length,
        words,
        statistics.averageLength(candidate.locale),
      );
      const alike = likeness(grams[candidate.locale], gramsOf(title));
      const near = nearness * sumNear(candidate, words);
      return {
        ...candidate,
        score: score + near + titleLikeness * alike * sought,
        coverage: sought > 0 ? Math.min(1, held / sought) : 0,
      };
    })
    .sort((a, b) => b.score - a.score);
}

function bestWeight({ terms, share }: QueryWord): number {
  const weight: Holding = { whole: 0, parts: new Map() };
  for (const term of terms) raise(weight, term, term.weight);
  return share * (weight.whole || best(weight));
}

function scoreWords(candidate: Candidate, titleLength: number, words: QueryWord[], average: number) {
  const found = new Map(candidate.places.map((places) => [places.term, places]));
  const titleNorm = 1 - titleLengthPenalty + (titleLengthPenalty * titleLength) / usualTitleLength;
  const textNorm = 1 - textLengthPenalty + (textLengthPenalty * candidate.length) / average;
  let score = 0;
  let held = 0;
  for (const word of words) {
    const value = { whole: 0, parts: new Map<string, number>() };
    const weight = { whole: 0, parts: new Map<string, number>() };
    for (const term of word.terms) {
      const places = term.locale === candidate.locale ? found.get(term.term) : undefined;
      if (!places) continue;
      const inTitle = places.weights.filter((mark) => mark === "A").length;
      const frequency = (titleWeight * inTitle) / titleNorm + (places.weights.length - inTitle) / textNorm;
      raise(value, term, (term.weight * frequency * (saturation + 1)) / (saturation + frequency));
      raise(weight, term, term.weight);
    }
    score += word.share * best(value);
    held += word.share * best(weight);
  }
  return { score, held };
}

type Holding = { whole: number; parts: Map<string, number> };

function raise(holding: Holding, { part }: QueryTerm, value: number): void {
  if (!part) holding.whole = Math.max(holding.whole, value);
  else {
    const name = `${part.group} ${part.place}`;
    holding.parts.set(name, Math.max(holding.parts.get(name) ?? 0, value));
  }
}

/** A word is held by itself or, together, by its parts. */
function best({ whole, parts }: Holding): number {
  if (parts.size === 0) return whole;
  const groups = new Map<string, number>();
  for (const [name, value] of parts) {
    const group = name.slice(0, name.indexOf(" "));
    groups.set(group, (groups.get(group) ?? 0) + value);
  }
  return Math.max(whole, ...groups.values());
}

function sumNear(candidate: Candidate, words: QueryWord[]): number {
  const found = new Map(candidate.places.map((places) => [places.term, places]));
  const placed = words
    .map((word) => {
      const here = word.terms.filter(({ locale, term }) => locale === candidate.locale && found.has(term));
      return {
        at: word.position,
        weight: bestWeight(word),
        positions: here.flatMap(({ term }) => found.get(term)?.positions ?? []),
      };
    })
    .sort((a, b) => a.at - b.at);
  let sum = 0;
  for (const [index, word] of placed.entries()) {
    const next = placed[index + 1];
    if (!next || next.at - word.at > 3) continue;
    if (standNear(word.positions, next.positions)) sum += Math.min(word.weight, next.weight);
  }
  return sum;
}

function standNear(before: number[], after: number[]): boolean {
  const places = new Set(after);
  return before.some((place) => places.has(place + 1) || places.has(place + 2) || places.has(place + 3));
}

function gramsOfWords(words: QueryWord[], locale: Locale): Set<string> {
  return gramsOf(
    words.flatMap((word) => (word.share < 1 ? [] : analyze(word.text, locale))).filter(({ stop }) => !stop),
  );
}

function gramsOf(tokens: Token[]): Set<string> {
  const grams = new Set<string>();
  for (const { term } of tokens) {
    const padded = ` ${term} `;
    for (let start = 0; start + 4 <= padded.length; start++) grams.add(padded.slice(start, start + 4));
  }
  return grams;
}

function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return common / Math.sqrt(a.size * b.size);
}
