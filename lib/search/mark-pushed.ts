import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type SearchDocument, splitKey } from "@/lib/platform/search/engine";

const portion = 2_500;
/** A marked row is written anew into every index: one at a time, that is a third of the time a large fill takes. */
const atOnce = 2;

type Pushed = Pick<SearchDocument, "key" | "version">;

/** Notes what Meilisearch holds by now: only after its task succeeded. */
export async function markPushed(documents: Pushed[]): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < documents.length) await markPortion(documents.slice(next, (next += portion)));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

async function markPortion(documents: Pushed[]): Promise<void> {
  await db.execute(sql`
    update search_documents set meili_version = sent.version from (${listed(documents)}) as sent (kind, id, version)
    where search_documents.kind = sent.kind and doc_id = sent.id and not meili_deleted`);
}

/** It has lost everything: until it is filled, nobody may take its silence for an answer. */
export async function markAllUnpushed(): Promise<void> {
  await db.execute(sql`update search_documents set meili_version = -1 where meili_version <> -1`);
}

export function listed(documents: { key: string; version: number }[]) {
  const parts = documents.map(({ key }) => splitKey(key));
  return sql`select * from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[],
    ${sql.param(documents.map(({ version }) => version))}::bigint[])`;
}
