import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SearchEngine } from "@/lib/platform/search/engine";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { perDatabase } from "@/lib/platform/per-database";

/** With more changes than this on the way, Meilisearch is being filled and would hide what it has not got yet. */
const mostWaiting = 200;
const rememberedMs = 250;

const waitingByNow = perDatabase("search.first-engine", () => ({ waiting: Infinity, checkedAt: 0, whole: new WeakMap<SearchEngine, SearchEngine>() }));

/** Meilisearch when it is configured and filled; null leaves the search to Postgres. */
export async function firstEngine(): Promise<SearchEngine | null> {
  const engine = meilisearchFromEnvironment();
  if (!engine) return null;
  const state = waitingByNow();
  if (Date.now() - state.checkedAt > rememberedMs) {
    state.waiting = await countWaiting();
    state.checkedAt = Date.now();
  }
  if (state.waiting > mostWaiting) return null;
  const whole = state.whole.get(engine) ?? withOnTheWay(engine, state);
  state.whole.set(engine, whole);
  return whole;
}

/** What was written a moment ago, or what the engine could not take, is found all the same: the database knows it. */
function withOnTheWay(engine: SearchEngine, state: { waiting: number }): SearchEngine {
  return {
    ...engine,
    search: async (query, signal) => {
      if (state.waiting === 0) return engine.search(query, signal);
      const [held, late] = await Promise.all([
        engine.search(query, signal),
        postgresEngine.search({ ...query, filter: { ...query.filter, onTheWay: true } }),
      ]);
      const known = new Set(held.hits.map(({ key }) => key));
      const added = late.hits.filter(({ key }) => !known.has(key));
      return { hits: [...added, ...held.hits], total: held.total + added.length };
    },
  };
}

async function countWaiting(): Promise<number> {
  const { rows } = await db.execute(sql`select 1 from search_documents where meili_version <> version limit ${mostWaiting + 1}`);
  return rows.length;
}
