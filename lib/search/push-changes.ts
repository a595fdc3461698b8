import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { keyOf } from "@/lib/platform/search/engine";
import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { fillMeilisearch } from "./fill-meilisearch";
import { listed, markAllUnpushed, markPushed } from "./mark-pushed";
import { alone } from "./push-lock";
import { readDocuments } from "./read-documents";

const portion = 1_000;

/**
 * Brings Meilisearch what it lacks. A document is marked only after the engine's task succeeded, and only with
 * the version that was sent: what fails or changes meanwhile is sent again. Returns how many it brought.
 */
export async function pushChanges(engine: MeilisearchEngine): Promise<number> {
  if (!(await isPushWaiting())) return 0;
  let pushed = 0;
  let isReady = true;
  await alone(async () => {
    const state = await engine.state();
    isReady = state === "ready";
    if (state === "missing") await markAllUnpushed();
    while (isReady) {
      const sent = await pushPortion(engine);
      pushed += sent;
      if (sent === 0) break;
    }
  });
  return isReady ? pushed : fillMeilisearch(engine);
}

async function isPushWaiting(): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from search_documents where meili_version <> version limit 1`);
  return rows.length > 0;
}

async function pushPortion(engine: MeilisearchEngine): Promise<number> {
  const { rows } = await db.execute<{ kind: string; id: string; version: string; gone: boolean }>(sql`
    select kind, doc_id as id, version, meili_deleted as gone from search_documents where meili_version <> version
    order by kind, doc_id limit ${portion}`);
  const gone = rows
    .filter((row) => row.gone)
    .map(({ kind, id, version }) => ({ key: keyOf(kind, Number(id)), version: Number(version) }));
  const documents = await readDocuments(
    rows.filter((row) => !row.gone).map(({ kind, id }) => keyOf(kind, Number(id))),
  );
  if (documents.length > 0) await engine.put(documents);
  const forgotten = gone.map(({ key }) => key);
  await engine.remove(forgotten);
  if (embeddingsFromEnvironment()) await engine.meaning.remove(forgotten);
  await markPushed(documents);
  if (gone.length > 0)
    await db.execute(
      sql`delete from search_documents where meili_deleted and (kind, doc_id, version) in (${listed(gone)})`,
    );
  return rows.length;
}
