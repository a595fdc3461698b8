import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { QueryWord, SearchEngine } from "@/lib/platform/search/engine";
import { parseQuery } from "@/lib/platform/search/parse-query";
import { findRanked, type FoundCandidate } from "./find-ranked";
import { prior } from "./search";
import type { SearchTuning } from "./tuning";

export type TopHit = {
  key: string;
  title: string;
  state: string;
  /** Share of the words that it holds itself, by synonym or by parts; also of those that nobody ever wrote here. */
  holds: number;
};
type Wish = { query: string; locale: Locale; limit: number; tuning?: SearchTuning; first?: SearchEngine | null };

/** The first places as a person with these words would see them, without being kept as a search of anybody. */
export async function searchTop(actor: Actor, { query, locale, limit, tuning, first }: Wish): Promise<TopHit[]> {
  return (await searchTopOf(actor, { query, locale, limit, tuning, first })).hits;
}

/** The same, and which engine answered. */
export async function searchTopOf(actor: Actor, { query, locale, limit, tuning, first }: Wish): Promise<{ hits: TopHit[]; engine: string }> {
  const parsed = { ...parseQuery(query), open: false };
  const { found, engine, query: understood } = await findRanked(actor, { parsed, filter: {}, count: limit + 1, preferLocale: locale, prior, sentOff: true, pins: true, tuning, first });
  const words = understood?.words ?? [];
  return { hits: found.slice(0, limit).map((candidate) => ({ key: candidate.key, title: candidate.title, state: candidate.state, holds: heldShare(candidate, words) })), engine };
}

function heldShare({ locale, places }: FoundCandidate, words: QueryWord[]): number {
  const held = new Set(places.map(({ term }) => term));
  const holding = words.filter(({ terms }) => terms.some((term) => term.locale === locale && held.has(term.term)));
  return words.length === 0 ? 0 : holding.length / words.length;
}
