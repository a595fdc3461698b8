import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { keyOf } from "@/lib/platform/search/engine";
import { lockIndex, putDocuments, removeDocuments } from "@/lib/platform/search/postgres-engine";
import { addPassages } from "./add-passages";
import { buildDocuments } from "./build-documents";

const portion = 1_000;

/**
 * Follows the outbox: builds every changed document anew from the database and empties the rows it read,
 * in one transaction. What commits meanwhile has left a row of its own. Returns how many rows it followed.
 */
export async function indexChanges(): Promise<number> {
  let followed = 0;
  while (await isWaiting()) {
    const rows = await indexPortion();
    followed += rows;
    // What comes in meanwhile can wait for the next round: many changes of one thread are then one.
    if (rows < portion) break;
  }
  return followed;
}

async function isWaiting(): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from search_outbox limit 1`);
  return rows.length > 0;
}

function indexPortion(): Promise<number> {
  return inTransaction(async (tx) => {
    await lockIndex(tx);
    const { rows } = await tx.execute<{ id: string; kind: string; doc_id: string }>(sql`
      delete from search_outbox where id in (select id from search_outbox order by id limit ${portion} for update skip locked)
      returning id, kind, doc_id`);
    const versions = new Map<string, number>();
    for (const { id, kind, doc_id } of rows) {
      const key = keyOf(kind, Number(doc_id));
      versions.set(key, Math.max(Number(id), versions.get(key) ?? 0));
    }
    await addPassages(tx, versions);
    const documents = await buildDocuments(tx, versions);
    for (const { key } of documents) versions.delete(key);
    await putDocuments(tx, documents);
    await removeDocuments(tx, [...versions.keys()]);
    if (rows.length > 0) await invalidatePages(tx, "search");
    return rows.length;
  });
}
