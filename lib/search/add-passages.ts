import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { keyOf, splitKey } from "@/lib/platform/search/engine";

/** Adds what is said in the videos of these articles: whatever changes about an article changes how they are found. */
export async function addPassages(tx: Pick<Tx, "execute">, versions: Map<string, number>): Promise<void> {
  const articles = [...versions.keys()].map(splitKey).filter(({ kind }) => kind === "article");
  if (articles.length === 0) return;
  const { rows } = await tx.execute<{ id: string; article_id: string }>(sql`
    select p.id, v.article_id from video_passages p join videos v on v.id = p.video_id where v.article_id = any(${sql.param(articles.map(({ id }) => id))}::bigint[])`);
  for (const { id, article_id } of rows) {
    const key = keyOf("video", Number(id));
    versions.set(key, Math.max(versions.get(key) ?? 0, versions.get(keyOf("article", Number(article_id))) ?? 0));
  }
}
