import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { keyOf } from "@/lib/platform/search/engine";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { lockIndex, putDocuments, removeDocuments } from "@/lib/platform/search/postgres-engine";
import { recount } from "@/lib/platform/search/term-statistics";
import { addPassages } from "./add-passages";
import { buildDocuments } from "./build-documents";
import { fillMeilisearch } from "./fill-meilisearch";
import { pushChanges } from "./push-changes";
import { bringVectorsInLine, pushMeaning } from "./push-meaning";
import { reconcileDocuments } from "./reconcile";
import { indexChanges } from "./index-changes";
import { relateDocuments } from "./relate-documents";

const portion = 300;
/** Beyond this the running site works out related documents by and by. */
const relatedAtOnce = 500;

export type RebuildReport = { documents: number; removed: number; meilisearch: number | null };
type Tell = (step: "postgres" | "meilisearch", done: number) => void;

/** Makes the whole index anew from the database, while the site runs; may be repeated at any time. */
export async function rebuildSearch(tell: Tell = () => {}): Promise<RebuildReport> {
  const report: RebuildReport = { documents: 0, removed: 0, meilisearch: null };
  for (const [kind, table] of [
    ["thread", sql`threads`],
    ["article", sql`articles`],
  ] as const) {
    for (let after = 0; ;) {
      const done = await inTransaction((tx) => rebuildPortion(tx, kind, table, after));
      if (done === null) break;
      after = done.last;
      report.documents += done.documents;
      report.removed += done.removed;
      tell("postgres", report.documents);
    }
  }
  await reconcileDocuments();
  await indexChanges();
  await inTransaction(async (tx) => {
    await lockIndex(tx);
    await recount(tx);
  });
  report.meilisearch = await rebuildMeilisearch(tell);
  await relateDocuments(relatedAtOnce);
  return report;
}

/** Built under the lock of the index, so that nothing older can overwrite what was indexed meanwhile. */
async function rebuildPortion(tx: Tx, kind: string, table: ReturnType<typeof sql>, after: number) {
  await lockIndex(tx);
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from ${table} where id > ${after} order by id limit ${portion}`,
  );
  const last = rows.at(-1);
  if (!last) return null;
  const version = await nextVersion(tx);
  const versions = new Map(rows.map(({ id }) => [keyOf(kind, Number(id)), version]));
  await addPassages(tx, versions);
  const documents = await buildDocuments(tx, versions);
  for (const { key } of documents) versions.delete(key);
  await putDocuments(tx, documents);
  await removeDocuments(tx, [...versions.keys()]);
  return { last: Number(last.id), documents: documents.length, removed: versions.size };
}

/** Versions come from the outbox's sequence: higher than any that was indexed before. */
async function nextVersion(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(
    sql`select nextval(pg_get_serial_sequence('search_outbox', 'id')) as version`,
  );
  return Number(rows[0]?.version);
}

async function rebuildMeilisearch(tell: Tell): Promise<number | null> {
  const engine = meilisearchFromEnvironment();
  if (!engine) return null;
  const sent = await fillMeilisearch(engine, (done) => tell("meilisearch", done));
  await pushChanges(engine);
  const embeddings = embeddingsFromEnvironment();
  if (embeddings) {
    await engine.meaning.drop();
    await bringVectorsInLine(engine, embeddings);
    await pushMeaning(engine, embeddings);
  }
  return sent;
}

/** How many changes still wait for the index. */
export async function countWaiting(): Promise<number> {
  const { rows } = await db.execute<{ waiting: string }>(sql`select count(*) as waiting from search_outbox`);
  return Number(rows[0]?.waiting ?? 0);
}
