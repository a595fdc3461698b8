import { LRUCache } from "lru-cache";
import type { Locale } from "../i18n/locale";
import { singleton } from "../singleton";
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
/** So many titles of a language are kept as what they say. */
const mostTitles = 10_000;

/** Orders candidates by how well they answer, exactly, and notes it on them; the same whichever engine proposed them. */
export function rank<C extends Candidate>(
  candidates: C[],
  words: QueryWord[],
  statistics: Statistics,
): Ranked<C>[] {
  const weights = words.map(bestWeight);
  const wishes = { en: wishIn("en", words, weights, statistics), de: wishIn("de", words, weights, statistics) };
  // What only accompanies a query (the body of a question) may help to hold it, but is not missed.
  const sought = words.reduce((sum, word, at) => sum + (word.share < 1 ? 0 : (weights[at] ?? 0)), 0);
  const ranked = candidates.map((candidate) => {
    const wish = wishes[candidate.locale];
    const found: Found = new Map(candidate.places.map((places) => [places.term, places]));
    const title = titleOf(candidate);
    const { score, held } = scoreWords(found, wish.words, normsOf(candidate, title, wish));
    const alike = likeness(wish.grams, title.grams);
    const near = nearness * sumNear(found, wish.inOrder);
    const total = score + near + titleLikeness * alike * sought;
    const share = (value: number) => (sought > 0 ? Math.min(1, value / sought) : 0);
    return { candidate, total, signs: { coverage: share(held), alike, strength: share(total / (saturation + 1)) } };
  });
  ranked.sort((a, b) => b.total - a.total);
  const best = ranked[0]?.total || 1;
  const ahead = 1 - (ranked[1]?.total ?? 0) / best;
  return ranked.map(({ candidate, total, signs }, place) => {
    const likelihood = likelihoodOf({ ...signs, lead: total / best, margin: place === 0 ? ahead : 0 });
    return Object.assign(candidate, { score: total, coverage: signs.coverage, likelihood });
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

type WishedWord = { share: number; at: number; weight: number; terms: QueryTerm[]; /** In whichever language. */ hasParts: boolean };
/** What is looked for, as candidates of one language are asked for it. */
type Wish = { words: WishedWord[]; inOrder: WishedWord[]; grams: Set<number>; averageLength: number };

function wishIn(locale: Locale, words: QueryWord[], weights: number[], statistics: Statistics): Wish {
  const wished = words.map(({ share, position, terms }, at) => ({
    share,
    at: position,
    weight: weights[at] ?? 0,
    terms: terms.filter((term) => term.locale === locale),
    hasParts: terms.some(({ part }) => part),
  }));
  const grams = gramsOf(words.flatMap((word) => (word.share < 1 ? [] : analyze(word.text, locale))).filter(({ stop }) => !stop));
  return { words: wished, inOrder: wished.toSorted((a, b) => a.at - b.at), grams: new Set(grams), averageLength: statistics.averageLength(locale) };
}

type Title = { length: number; grams: number[] };

const titles = singleton("search.titles", () => ({ en: new LRUCache<string, Title>({ max: mostTitles }), de: new LRUCache<string, Title>({ max: mostTitles }) }));

/** What a title says is worked out once: it comes again from key press to key press. */
function titleOf({ title, locale }: Candidate): Title {
  const known = titles[locale].get(title);
  if (known) return known;
  const tokens = analyze(title, locale).filter(({ stop }) => !stop);
  const made = { length: tokens.length, grams: gramsOf(tokens) };
  titles[locale].set(title, made);
  return made;
}

type Norms = { title: number; text: number };

function normsOf({ length }: Candidate, title: Title, { averageLength }: Wish): Norms {
  return {
    title: 1 - titleLengthPenalty + (titleLengthPenalty * title.length) / usualTitleLength,
    text: 1 - textLengthPenalty + (textLengthPenalty * (length + leastLength)) / (averageLength + leastLength),
  };
}

type Found = Map<string, Places>;

function scoreWords(found: Found, words: WishedWord[], norms: Norms) {
  let score = 0;
  let held = 0;
  for (const word of words) {
    const value = holding();
    for (const term of word.terms) {
      const places = found.get(term.term);
      const frequency = places ? frequencyOf(places, norms) : 0;
      raise(value, term, (term.weight * frequency * (saturation + 1)) / (saturation + frequency), frequency > 0);
    }
    score += word.share * (word.hasParts ? valueOf(value, wholeness / words.length) : value.whole.value);
    held += word.share * weightOf(value);
  }
  return { score, held };
}

function frequencyOf({ positions, weights }: Places, norms: Norms): number {
  let inTitle = 0;
  let inText = 0;
  for (const [index, mark] of weights.entries()) {
    if (mark === "A") inTitle += 1;
    else inText += 1 + earliness * Math.exp(-(positions[index] ?? 0) / fadesOver);
  }
  return (titleWeight * inTitle) / norms.title + inText / norms.text;
}

/** What a document holds of a word: itself, and its parts by group and place. */
type Held = { value: number; weight: number };
type Holding = { whole: Held; groups?: Map<number, Map<number, Held>> };

function holding(): Holding {
  return { whole: { value: 0, weight: 0 } };
}

function raise(holding: Holding, { part, weight }: QueryTerm, value: number, isHeld: boolean): void {
  let held = holding.whole;
  if (part) {
    const groups = (holding.groups ??= new Map<number, Map<number, Held>>());
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
  let best = whole.value + bonus * whole.weight;
  for (const places of groups?.values() ?? []) {
    const parts = [...places.values()];
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const least = Math.min(...parts.map(({ weight }) => weight));
    const highest = Math.max(...parts.map(({ weight }) => weight));
    best = Math.max(best, least > 0 ? sum + (bonus / 2) * highest * parts.length : sum * someParts);
  }
  return best;
}

function weightOf({ whole, groups }: Holding): number {
  if (!groups) return whole.weight;
  const sums = [...groups.values()].map((places) => [...places.values()].reduce((all, { weight }) => all + weight, 0));
  return Math.max(whole.weight, ...sums);
}

function sumNear(found: Found, words: WishedWord[]): number {
  let sum = 0;
  let before: number[] = [];
  for (const [index, word] of words.entries()) {
    const positions = word.terms.flatMap(({ term }) => found.get(term)?.positions ?? []);
    const last = words[index - 1];
    if (last && word.at - last.at <= 3 && standNear(before, positions)) sum += Math.min(last.weight, word.weight);
    before = positions;
  }
  return sum;
}

function standNear(before: number[], after: number[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  const places = new Set(after);
  return before.some((place) => places.has(place + 1) || places.has(place + 2) || places.has(place + 3));
}

/** Each group of four letters once, as a number (FNV-1a): hundreds of titles are compared for one key press. */
function gramsOf(tokens: Token[]): number[] {
  const grams = new Set<number>();
  for (const { term } of tokens) {
    const padded = ` ${term} `;
    for (let start = 0; start + 4 <= padded.length; start++) {
      let gram = 0x811c9dc5;
      for (let at = start; at < start + 4; at++) gram = Math.imul(gram ^ padded.charCodeAt(at), 0x01000193);
      grams.add(gram);
    }
  }
  return [...grams];
}

function likeness(asked: Set<number>, title: number[]): number {
  if (asked.size === 0 || title.length === 0) return 0;
  let common = 0;
  for (const gram of title) if (asked.has(gram)) common += 1;
  return common / Math.sqrt(asked.size * title.length);
}
