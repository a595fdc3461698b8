import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { splitKey } from "@/lib/platform/search/engine";

/** What these documents are called in the index; for people who may see all of it. */
export async function readTitles(keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const parts = keys.map(splitKey);
  const { rows } = await db.execute<{ key: string; title: string }>(sql`
    select d.kind || ':' || d.doc_id as key, d.title
    from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[]) as wanted (kind, id)
    join search_documents d on d.kind = wanted.kind and d.doc_id = wanted.id where not d.meili_deleted`);
  return new Map(rows.map(({ key, title }) => [key, title]));
}
