import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { searchQuality } from "@/db/schema";
import { visitor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { type Locale, locales } from "@/lib/platform/i18n/locale";
import { keyOf, type SearchEngine } from "@/lib/platform/search/engine";
import { firstEngine } from "./first-engine";
import { type Scores, scoreRanking } from "./score-ranking";
import { searchTopOf } from "./search-top";
import { visibleDocuments } from "./visible";

/** So many queries of a language are asked each night, those that most people stand behind. */
const mostQueries = 300;
const deepest = 10;

type Gold = { query: string; right: Set<string>; /** Closed in favour of a right one: no wrong answer, but the question itself. */ same: Set<string> };

/** Nightly, and when a manager asks for it: how well each engine finds the gold set, as a visitor finds it. */
export async function measureQuality(): Promise<void> {
  const meilisearch = await firstEngine();
  const engines: [string, SearchEngine | null][] = [["postgres", null], ...(meilisearch ? [["meilisearch", meilisearch] as [string, SearchEngine]] : [])];
  for (const locale of locales) {
    const gold = await readGold(locale);
    if (gold.length === 0) continue;
    for (const [engine, first] of engines) await measure(locale, engine, first, gold);
  }
}

async function measure(locale: Locale, engine: string, first: SearchEngine | null, gold: Gold[]): Promise<void> {
  const scores: (Scores & { query: string })[] = [];
  for (const { query, right, same } of gold) {
    const { hits, engine: answered } = await searchTopOf(visitor, { query, locale, limit: deepest + same.size, first });
    // The other engine stood in for it: that says nothing about this one.
    if (answered !== engine && hits.length > 0) continue;
    scores.push({ query, ...scoreRanking(hits.map(({ key }) => key).filter((key) => !same.has(key)), right) });
  }
  if (scores.length === 0) return;
  const mean = (of: (score: Scores) => number) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const row = {
    queries: scores.length,
    mrr: mean(({ mrr }) => mrr),
    recall: mean(({ recall }) => recall),
    ndcg: mean(({ ndcg }) => ndcg),
    ranks: Object.fromEntries(scores.map(({ query, place }) => [query, place])),
    createdAt: now(),
  };
  await inTransaction((tx) =>
    tx
      .insert(searchQuality)
      .values({ day: now().toISOString().slice(0, 10), locale, engine, ...row })
      .onConflictDoUpdate({ target: [searchQuality.day, searchQuality.locale, searchQuality.engine], set: row }),
  );
}

/** Accepted pairs whose document a visitor may see, by query. */
async function readGold(locale: Locale): Promise<Gold[]> {
  const { rows } = await db.execute<{ query: string; kind: string; id: string; duplicates: string[] | null }>(sql`
    select lower(g.query) as query, g.kind, g.doc_id as id,
      (select array_agg(t.id::text) from threads t where g.kind = 'thread' and t.duplicate_of_id = g.doc_id) as duplicates
    from gold_pairs g join search_documents on search_documents.kind = g.kind and search_documents.doc_id = g.doc_id
    where g.state = 'accepted' and g.locale = ${locale} and not meili_deleted and ${visibleDocuments(visitor)}
    order by g.votes desc, g.id limit ${4 * mostQueries}`);
  const gold = new Map<string, Gold>();
  for (const { query, kind, id, duplicates } of rows) {
    const known = gold.get(query) ?? { query, right: new Set(), same: new Set() };
    known.right.add(keyOf(kind, Number(id)));
    for (const other of duplicates ?? []) known.same.add(keyOf("thread", Number(other)));
    gold.set(query, known);
  }
  return [...gold.values()].slice(0, mostQueries);
}
