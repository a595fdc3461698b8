import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { log } from "@/lib/platform/log";
import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { bringInLine, compareKeys, type Compared } from "./bring-in-line";
import { fillMeilisearch } from "./fill-meilisearch";
import { markAllUnpushed } from "./mark-pushed";
import { alone } from "./push-lock";
import { wantedDocuments } from "./wanted-documents";

/**
 * Finds what the index should hold and doesn't, or holds and shouldn't, and puts it on the outbox. Needed after
 * a restored backup, a lost index or a change to many documents at once (the audience of a category).
 */
export async function reconcileDocuments(): Promise<number> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      with held as (select kind, doc_id as id, category_id, category_name, audience, state, title from search_documents where not meili_deleted)
      insert into search_outbox (kind, doc_id)
      select coalesce(wanted.kind, held.kind), coalesce(wanted.id, held.id)
      from ${wantedDocuments} as wanted full join held on held.kind = wanted.kind and held.id = wanted.id
      where (wanted.category_id, wanted.category_name, wanted.audience, wanted.state, wanted.title) is distinct from (held.category_id, held.category_name, held.audience, held.state, held.title)`);
    return rowCount ?? 0;
  });
}

/** With more than this missing, a fresh index is sooner whole than this one mended. */
const mostMended = 2_000;

/** Compares every key and version with Meilisearch's and brings it in line; an index that is empty or made by other settings is made anew. */
export async function reconcileMeilisearch(engine: MeilisearchEngine): Promise<Compared> {
  let result: Compared = { missing: 0, extra: 0 };
  let state: Awaited<ReturnType<MeilisearchEngine["state"]>> = "ready";
  await alone(async () => {
    state = await engine.state();
    if (state === "missing") await markAllUnpushed();
    if (state === "ready") result = await bringInLine(engine);
  });
  if (state === "ready" && result.missing <= mostMended) return result;
  log.info("Meilisearch gets a fresh index", { state, ...result });
  await fillMeilisearch(engine);
  return result;
}

/** What differs, key by key and state by state; undefined while somebody is bringing it documents. */
export async function compareMeilisearch(engine: MeilisearchEngine): Promise<Compared | undefined> {
  let compared: Compared | undefined;
  await alone(async () => {
    const { missing, extra } = await compareKeys(engine);
    compared = { missing: missing.length, extra: extra.length };
  });
  return compared;
}

/** Cheap sign that Meilisearch lost or kept something: the numbers of documents differ though nothing waits. */
export async function countsDiffer(engine: MeilisearchEngine): Promise<boolean> {
  const { rows } = await db.execute<{ documents: string; waiting: boolean }>(sql`
    select coalesce(sum(documents), 0) as documents, exists (select 1 from search_documents where meili_version <> version) as waiting from search_totals`);
  const [ours] = rows;
  return ours !== undefined && !ours.waiting && Number(ours.documents) !== (await engine.countDocuments());
}
