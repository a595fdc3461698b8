import { desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articleRevisions, articles } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { NotFound } from "@/lib/platform/errors";
import { canWriteArticle } from "./permissions";

export type RevisionView = { id: number; number: number; title: string; body: string; editor: string | null; live: boolean; createdAt: Date };

/** Every text an article has had, newest first. For staff. */
export async function listRevisions(actor: Actor, articleId: number): Promise<RevisionView[]> {
  assertCan(canWriteArticle(actor));
  const rows = await db
    .select({
      id: articleRevisions.id,
      number: articleRevisions.number,
      title: articleRevisions.title,
      body: articleRevisions.body,
      editor: sql<string | null>`(select display_name from members e where e.id = ${articleRevisions.editorId})`,
      live: sql<boolean>`${articles.liveRevisionId} = ${articleRevisions.id}`,
      createdAt: articleRevisions.createdAt,
    })
    .from(articleRevisions)
    .innerJoin(articles, eq(articles.id, articleRevisions.articleId))
    .where(eq(articleRevisions.articleId, articleId))
    .orderBy(desc(articleRevisions.number))
    .limit(200);
  if (rows.length === 0) throw new NotFound();
  return rows.map((row) => ({ ...row, live: row.live === true }));
}
