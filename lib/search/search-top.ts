import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchEngine } from "@/lib/platform/search/engine";
import { parseQuery } from "@/lib/platform/search/parse-query";
import { findRanked } from "./find-ranked";
import { prior } from "./search";
import type { SearchTuning } from "./tuning";

export type TopHit = { key: string; title: string; state: string };
type Wish = { query: string; locale: Locale; limit: number; tuning?: SearchTuning; first?: SearchEngine | null };

/** The first places as a person with these words would see them, without being kept as a search of anybody. */
export async function searchTop(actor: Actor, { query, locale, limit, tuning, first }: Wish): Promise<TopHit[]> {
  return (await searchTopOf(actor, { query, locale, limit, tuning, first })).hits;
}

/** The same, and which engine answered. */
export async function searchTopOf(actor: Actor, { query, locale, limit, tuning, first }: Wish): Promise<{ hits: TopHit[]; engine: string }> {
  const parsed = { ...parseQuery(query), open: false };
  const { found, engine } = await findRanked(actor, { parsed, filter: {}, count: limit + 1, preferLocale: locale, prior, pins: true, tuning, first });
  return { hits: found.slice(0, limit).map(({ key, title, state }) => ({ key, title, state })), engine };
}
