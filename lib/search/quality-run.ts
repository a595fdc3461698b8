import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchDocument, SearchEngine } from "@/lib/platform/search/engine";
import { parseQuery } from "@/lib/platform/search/parse-query";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { rank, type Ranked } from "@/lib/platform/search/rank";
import { readCandidates, type ReadCandidate } from "@/lib/platform/search/read-candidates";
import { understandQuery, type Understood } from "@/lib/platform/search/understand-query";
import type { Asked } from "./quality-sets";

/** Puts these and nothing else into an engine. Postgres holds the statistics for both. */
export async function fill(engine: SearchEngine, documents: SearchDocument[]): Promise<void> {
  await postgresEngine.replaceAll(once(documents));
  if (engine !== postgresEngine) await engine.replaceAll(once(documents));
}

/** What a search finds, best first, through the functions that the site uses. */
export async function find(engine: SearchEngine, text: string, locale: Locale): Promise<{ found: Ranked<ReadCandidate>[]; query: Understood }> {
  const query = await understandQuery({ ...parseQuery(text), open: false }, { audiences: ["public"], locale }, 100);
  const { hits } = await engine.search(query);
  const candidates = await readCandidates(
    hits.map((hit) => hit.key),
    query,
  );
  return { found: rank(candidates, query.words, query.statistics), query };
}

/** The mean of one over the place of the first right one among ten. */
export async function meanReciprocalRank(engine: SearchEngine, queries: Asked[], locale: Locale): Promise<number> {
  let sum = 0;
  for (const { text, keys, not } of queries) {
    const { found } = await find(engine, text, locale);
    const place = found.filter(({ key }) => key !== not).findIndex(({ key }) => keys.has(key));
    if (place >= 0 && place < 10) sum += 1 / (place + 1);
  }
  return sum / queries.length;
}

async function* once(documents: SearchDocument[]) {
  yield documents;
}
