import type { Locale } from "../i18n/locale";
import { analyze, type Token } from "./analyze";
import type { QueryTerm, QueryWord } from "./engine";
import type { Statistics } from "./term-statistics";

export type Places = { term: string; positions: number[]; weights: string[] };
export type Candidate = { key: string; locale: Locale; title: string; length: number; places: Places[] };
export type Ranked<C> = C & {
  score: number;
  /** Share of what was looked for that it holds, 0 to 1. */
  coverage: number;
  /** How likely it is what was asked for, 0 to 1: comparable from query to query and from language to language. */
  likelihood: number;
};

/** BM25F, chosen on the training halves of public question sets: flat optima, nothing hangs on the last digit. */
const saturation = 3;
const titleWeight = 3.5;
const titleLengthPenalty = 0.3;
const textLengthPenalty = 0.85;
const usualTitleLength = 7;
/** So many words more count as the length of every text: else three lines with one word in them stand before whole answers. */
const leastLength = 50;
/** A text says at its beginning what it is about: a word there counts up to three times, fading over so many words. */
const earliness = 2;
const fadesOver = 60;
/** Words that were typed side by side and stand so. */
const nearness = 0.5;
/** How alike title and query are as a whole, letter group by letter group. */
const titleLikeness = 0.8;

/**
 * A compound as it was typed stands before one that is only held by its parts, and those that hold all parts before
 * those that hold some: for a single word by so much; in a sentence it shrinks, since the other words tell more.
 */
const wholeness = 1.6;
const someParts = 0.4;

/** Orders candidates by how well they answer, exactly; the same whichever engine proposed them. */
export function rank<C extends Candidate>(
  candidates: C[],
  words: QueryWord[],
  statistics: Statistics,
): Ranked<C>[] {
  const grams = { en: gramsOfWords(words, "en"), de: gramsOfWords(words, "de") };
  // What only accompanies a query (the body of a question) may help to hold it, but is not missed.
  const sought = words.reduce((sum, word) => sum + (word.share < 1 ? 0 : bestWeight(word)), 0);
  const ranked = candidates.map((candidate) => {
    const title = analyze(candidate.title, candidate.locale).filter(({ stop }) => !stop);
    const { score, held } = scoreWords(candidate, title.length, words, statistics.averageLength(candidate.locale));
    const alike = likeness(grams[candidate.locale], gramsOf(title));
    const near = nearness * sumNear(candidate, words);
    const total = score + near + titleLikeness * alike * sought;
    const share = (value: number) => (sought > 0 ? Math.min(1, value / sought) : 0);
    return { candidate, total, signs: { coverage: share(held), alike, strength: share(total / (saturation + 1)) } };
  });
  ranked.sort((a, b) => b.total - a.total);
  const best = ranked[0]?.total || 1;
  const ahead = 1 - (ranked[1]?.total ?? 0) / best;
  return ranked.map(({ candidate, total, signs }, place) => {
    const likelihood = likelihoodOf({ ...signs, lead: total / best, margin: place === 0 ? ahead : 0 });
    return { ...candidate, score: total, coverage: signs.coverage, likelihood };
  });
}

type Signs = { coverage: number; alike: number; strength: number; lead: number; margin: number };

/**
 * Logistic, fitted on labelled pairs of three forums (each weighing the same), of which the other halves keep it: of
 * those between 0.6 and 0.7 about two thirds are right. How far the first is ahead of the second tells most.
 */
function likelihoodOf({ coverage, alike, strength, lead, margin }: Signs): number {
  return 1 / (1 + Math.exp(6 - 1.5 * coverage - 2.7 * alike - 1.5 * strength - 1.9 * lead - 3.4 * margin));
}

function bestWeight({ terms, share }: QueryWord): number {
  const all = holding();
  for (const term of terms) raise(all, term, 0, true);
  return share * (all.whole.weight || weightOf(all));
}

function scoreWords(candidate: Candidate, titleLength: number, words: QueryWord[], average: number) {
  const found = new Map(candidate.places.map((places) => [places.term, places]));
  const titleNorm = 1 - titleLengthPenalty + (titleLengthPenalty * titleLength) / usualTitleLength;
  const textNorm = 1 - textLengthPenalty + (textLengthPenalty * (candidate.length + leastLength)) / (average + leastLength);
  let score = 0;
  let held = 0;
  for (const word of words) {
    const value = holding();
    for (const term of word.terms) {
      const places = term.locale === candidate.locale ? found.get(term.term) : undefined;
      const frequency = places ? frequencyOf(places, titleNorm, textNorm) : 0;
      raise(value, term, (term.weight * frequency * (saturation + 1)) / (saturation + frequency), frequency > 0);
    }
    score += word.share * valueOf(value, wholeness / words.length);
    held += word.share * weightOf(value);
  }
  return { score, held };
}

function frequencyOf({ positions, weights }: Places, titleNorm: number, textNorm: number): number {
  let inTitle = 0;
  let inText = 0;
  for (const [index, mark] of weights.entries()) {
    if (mark === "A") inTitle += 1;
    else inText += 1 + earliness * Math.exp(-(positions[index] ?? 0) / fadesOver);
  }
  return (titleWeight * inTitle) / titleNorm + inText / textNorm;
}

/** What a document holds of a word: itself, and its parts by group and place. */
type Held = { value: number; weight: number };
type Holding = { whole: Held; groups: Map<number, Map<number, Held>> };

function holding(): Holding {
  return { whole: { value: 0, weight: 0 }, groups: new Map() };
}

function raise({ whole, groups }: Holding, { part, weight }: QueryTerm, value: number, isHeld: boolean): void {
  let held = whole;
  if (part) {
    const places = groups.get(part.group) ?? new Map<number, Held>();
    groups.set(part.group, places);
    held = places.get(part.place) ?? { value: 0, weight: 0 };
    places.set(part.place, held);
  }
  held.value = Math.max(held.value, value);
  if (isHeld) held.weight = Math.max(held.weight, weight);
}

/** A word is held by itself or, together, by its parts. */
function valueOf({ whole, groups }: Holding, bonus: number): number {
  if (groups.size === 0) return whole.value;
  let best = whole.value + bonus * whole.weight;
  for (const places of groups.values()) {
    const parts = [...places.values()];
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const least = Math.min(...parts.map(({ weight }) => weight));
    const highest = Math.max(...parts.map(({ weight }) => weight));
    best = Math.max(best, least > 0 ? sum + (bonus / 2) * highest * parts.length : sum * someParts);
  }
  return best;
}

function weightOf({ whole, groups }: Holding): number {
  const sums = [...groups.values()].map((places) => [...places.values()].reduce((all, { weight }) => all + weight, 0));
  return Math.max(whole.weight, ...sums);
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
