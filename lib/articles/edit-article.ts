import { eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { articleRevisions, articles, categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { slugOf } from "@/lib/platform/slug";
import { findArticle } from "./find-article";
import { editArticleInput } from "./input";
import { pagesOfArticle } from "./pages-of-article";
import { canWriteArticle } from "./permissions";
import { writeRevision } from "./write-revision";

/**
 * Saves an edit as a new staged revision. Readers see it when it is published. An edit that started
 * from an older version is refused with the text that is there now, so that nothing is overwritten.
 */
export async function editArticle(actor: Actor, id: number, input: unknown, tx?: Tx): Promise<{ id: number; version: number }> {
  parseInput(idInput, id);
  const given = parseInput(editArticleInput, input);
  requireMember(actor);
  assertCan(canWriteArticle(actor));
  return inTransaction(async (tx) => {
    const article = await findArticle(tx, actor, id);
    const [staged] = await tx.select().from(articleRevisions).where(eq(articleRevisions.id, article.stagedRevisionId ?? article.liveRevisionId ?? 0));
    if (!staged) throw new NotFound();
    if (given.version !== undefined && given.version !== article.version) {
      throw new Conflict("edited_meanwhile", "error.editedMeanwhile", {}, { version: article.version, title: staged.title, body: staged.body });
    }
    const text = { title: given.title ?? staged.title, summary: given.summary ?? staged.summary, body: given.body ?? staged.body };
    await writeRevision(tx, actor, article, text);
    const unpublished = article.liveRevisionId === null;
    await tx
      .update(articles)
      .set({
        ...(unpublished ? { title: text.title, summary: text.summary, slug: slugOf(text.title) } : {}),
        ...(given.durationMinutes !== undefined ? { durationMinutes: given.durationMinutes } : {}),
        ...(given.scope !== undefined ? { scope: given.scope } : {}),
        ...(given.tools !== undefined ? { tools: given.tools } : {}),
        ...(given.category !== undefined ? { categoryId: await categoryId(tx, given.category) } : {}),
        updatedAt: now(),
        version: sql`${articles.version} + 1`,
      })
      .where(eq(articles.id, id));
    await recordAudit(tx, actor, "article.edited", { kind: "article", id });
    await recordSearchChange(tx, "article", id);
    await invalidatePages(tx, ...pagesOfArticle(article));
    return { id, version: article.version + 1 };
  }, tx);
}

async function categoryId(tx: Tx, slug: string): Promise<number> {
  const [category] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, slug));
  if (!category) throw new InvalidInput({ category: { key: "error.category.unknown" } });
  return category.id;
}
