import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { articleRevisions, articles } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";

export type RevisionText = { title: string; summary: string; body: string };

/** Adds the next revision of an article and stages it; readers go on seeing the live one. */
export async function writeRevision(tx: Tx, actor: Actor, article: { id: number; locale: Locale }, text: RevisionText): Promise<number> {
  const { html, toc } = renderMarkdown(text.body, { article: true, locale: article.locale });
  const [revision] = await tx
    .insert(articleRevisions)
    .values({
      articleId: article.id,
      number: sql`(select coalesce(max(number), 0) + 1 from article_revisions where article_id = ${article.id})`,
      title: text.title,
      summary: text.summary,
      body: text.body,
      bodyHtml: html,
      toc,
      editorId: memberId(actor),
      createdAt: now(),
    })
    .returning({ id: articleRevisions.id });
  if (!revision) throw new Error("no revision written");
  await tx.update(articles).set({ stagedRevisionId: revision.id }).where(eq(articles.id, article.id));
  return revision.id;
}
