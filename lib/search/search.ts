import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { parseQuery } from "@/lib/platform/search/parse-query";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import { countFacets } from "./count-facets";
import { decodeCursor, encodeCursor } from "./cursor";
import { findRanked } from "./find-ranked";
import type { SearchResult } from "./hit";
import { searchInput } from "./input";
import { logQuery } from "./log-query";
import { readHits } from "./read-hits";

/** Finds threads and articles. Whatever is typed gives a result, possibly an empty one. At most 8 queries. */
export async function search(actor: Actor, input: unknown): Promise<SearchResult> {
  const { q, kinds, locale, category, tag, state, limit, cursor, preferLocale, voice } = parseInput(
    searchInput,
    input,
  );
  const offset = decodeCursor(cursor);
  const categoryIds = category === undefined ? undefined : await findCategories(category);
  const filter = { kinds, locale, categoryIds, tag, states: state };
  const { found, total, engine, query } = await findRanked(actor, {
    parsed: parseQuery(q),
    filter,
    count: offset + limit + 1,
    preferLocale: locale ?? preferLocale,
    prior,
    pins: true,
  });
  const shown = found.slice(offset, offset + limit);
  const hits = query ? await readHits(shown, query, preferLocale) : [];
  const dropped = shown.length - hits.length;
  const result = {
    hits,
    total: Math.max(hits.length, total - dropped),
    engine,
    facets: countFacets(dropped > 0 && hits.length === 0 ? [] : found),
    ...(found.length > offset + limit ? { nextCursor: encodeCursor(offset + limit) } : {}),
  };
  if (offset === 0)
    await logQuery(actor, { text: q, locale: preferLocale, hits: result.total, engine, voice });
  return result;
}

/** What is checked by the company or by the asker comes a little earlier than what is as fitting. */
function prior({ kind, state }: ReadCandidate): number {
  if (kind === "article") return 1.1;
  return state === "solved" ? 1.05 : 1;
}

/** A category and those below it; none at all when it does not exist. */
async function findCategories(slug: string): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with recursive below as (
      select id from categories where slug = ${slug.replaceAll("\0", "")} union select c.id from categories c join below on c.parent_id = below.id
    ) select id from below`);
  return rows.map(({ id }) => Number(id));
}
