import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Embeddings } from "@/lib/platform/search/embeddings";
import { keyOf } from "@/lib/platform/search/engine";
import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import type { MeaningIndex } from "@/lib/platform/search/meilisearch-meaning";
import { unpackVector, type Vector } from "@/lib/platform/search/vector";
import { listed } from "./mark-pushed";
import { alone } from "./push-lock";
import { readDocuments } from "./read-documents";

const pushLock = 7340123;
const portion = 500;

type Waiting = { key: string; version: number; vector: Vector };

/**
 * Brings Meilisearch the vectors it lacks, into an index of their own: so what shares no word with a query is proposed
 * too. An index of another model, or one that does not hold what was brought, is made anew; meanwhile words find.
 * Returns how many it brought.
 */
export async function pushMeaning({ meaning }: MeilisearchEngine, { model }: Embeddings): Promise<number> {
  const [first] = await readWaiting(model, 1);
  if (!first) return 0;
  let pushed = 0;
  await alone(
    async () => {
      if (!(await meaning.isFor(model, first.vector.length))) {
        await markAllWaiting();
        await meaning.make(model, first.vector.length);
      }
      for (let sent = 1; sent > 0; pushed += sent) sent = await pushPortion(meaning, model);
    },
    false,
    pushLock,
  );
  return pushed;
}

type Counted = { ours: number; theirs: number | null };

/** How many vectors Meilisearch took, and how many it holds (null: no index for them); undefined while something is on its way. */
export async function countVectors({ meaning }: MeilisearchEngine, embeddings: Embeddings | null): Promise<Counted | undefined> {
  const { taken, waiting } = await countTaken(embeddings?.model ?? "");
  return waiting ? undefined : { ours: taken, theirs: await meaning.count() };
}

/** What lost or kept any is made anew by the next who brings vectors; without a provider Meilisearch keeps none. Whether it could be told. */
export async function bringVectorsInLine(engine: MeilisearchEngine, embeddings: Embeddings | null): Promise<boolean> {
  const counted = await countVectors(engine, embeddings);
  if (!counted) return false;
  const { ours, theirs } = counted;
  if (theirs !== null && theirs !== ours) await engine.meaning.drop();
  if ((theirs ?? 0) !== ours) await markAllWaiting();
  return true;
}

async function pushPortion(meaning: MeaningIndex, model: string): Promise<number> {
  const waiting = await readWaiting(model, portion);
  const documents = new Map((await readDocuments(waiting.map(({ key }) => key))).map((document) => [document.key, document]));
  const known = waiting.flatMap(({ key, vector }) => {
    const document = documents.get(key);
    return document ? [{ document, vector }] : [];
  });
  if (known.length > 0) await meaning.put(known);
  const { rows } = await db.execute<{ kind: string; id: string }>(sql`
    update search_embeddings e set meili_version = sent.version from (${listed(waiting)}) as sent (kind, id, version)
    where e.kind = sent.kind and e.doc_id = sent.id returning e.kind, e.doc_id as id`);
  // Hidden in the meantime.
  const kept = new Set(rows.map(({ kind, id }) => keyOf(kind, Number(id))));
  await meaning.remove(known.flatMap(({ document: { key } }) => (kept.has(key) ? [] : [key])));
  return waiting.length;
}

async function readWaiting(model: string, limit: number): Promise<Waiting[]> {
  const { rows } = await db.execute<{ kind: string; id: string; version: string; vector: Buffer }>(sql`
    select kind, doc_id as id, version, vector from search_embeddings where meili_version <> version and model = ${model} order by kind, doc_id limit ${limit}`);
  return rows.map(({ kind, id, version, vector }) => ({ key: keyOf(kind, Number(id)), version: Number(version), vector: unpackVector(vector) }));
}

/** What is hidden leaves the vectors at once, and Meilisearch with the note of its document. */
async function countTaken(model: string): Promise<{ taken: number; waiting: boolean }> {
  const { rows } = await db.execute<{ taken: number; waiting: boolean }>(sql`
    select count(*)::int as taken,
      coalesce(bool_or(meili_version <> version), false) or exists (select 1 from search_documents where meili_version <> version) as waiting
    from search_embeddings where model = ${model}`);
  return rows[0] ?? { taken: 0, waiting: false };
}

async function markAllWaiting(): Promise<void> {
  await db.execute(sql`update search_embeddings set meili_version = -1 where meili_version <> -1`);
}
