import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type SearchDocument, splitKey } from "@/lib/platform/search/engine";

const portion = 5_000;

/** Notes what Meilisearch holds by now: only after its task succeeded. */
export async function markPushed(documents: Pick<SearchDocument, "key" | "version">[]): Promise<void> {
  for (let start = 0; start < documents.length; start += portion)
    await db.execute(sql`
      update search_documents set meili_version = sent.version from (${listed(documents.slice(start, start + portion))}) as sent (kind, id, version)
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
