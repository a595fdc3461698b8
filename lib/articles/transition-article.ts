import { eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { articleRevisions, articles, threads } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { slugOf } from "@/lib/platform/slug";
import { type FoundArticle, findArticle } from "./find-article";
import { type ArticleState, transitionArticleInput } from "./input";
import { pagesOfArticle } from "./pages-of-article";
import { canTransition, canWriteArticle } from "./permissions";

/** Moves an article to another state. Publishing makes the staged revision the live one and counts as a check. */
export async function transitionArticle(actor: Actor, id: number, input: unknown, tx?: Tx): Promise<{ id: number; state: ArticleState }> {
  parseInput(idInput, id);
  const { to, publishAt } = parseInput(transitionArticleInput, input);
  assertCan(canWriteArticle(actor));
  return inTransaction(async (tx) => {
    const article = await findArticle(tx, actor, id);
    const republish = article.state === "published" && to === "published" && article.stagedRevisionId !== article.liveRevisionId;
    if (!republish && !canTransition(actor, article.state, to)) throw new Conflict("wrong_state", "error.article.state", {}, { state: article.state });
    if (to === "scheduled" && (!publishAt || new Date(publishAt) <= now())) throw new InvalidInput({ publishAt: { key: "error.article.publishAt" } });
    if (to === "published") await publish(tx, actor, article);
    else
      await tx
        .update(articles)
        .set({ state: to, publishAt: to === "scheduled" && publishAt ? new Date(publishAt) : null, updatedAt: now(), version: sql`${articles.version} + 1` })
        .where(eq(articles.id, id));
    await recordAudit(tx, actor, `article.${to}`, { kind: "article", id }, { from: article.state });
    await recordSearchChange(tx, "article", id);
    await invalidatePages(tx, ...pagesOfArticle(article));
    await enqueue(tx, "article.transitioned", { articleId: id, to });
    return { id, state: to };
  }, tx);
}

async function publish(tx: Tx, actor: Actor, article: FoundArticle): Promise<void> {
  const revisionId = article.stagedRevisionId ?? article.liveRevisionId;
  const [revision] = await tx.select().from(articleRevisions).where(eq(articleRevisions.id, revisionId ?? 0));
  if (!revision) throw new Conflict("no_text", "error.conflict");
  await tx
    .update(articles)
    .set({
      state: "published",
      liveRevisionId: revision.id,
      stagedRevisionId: revision.id,
      title: revision.title,
      summary: revision.summary,
      slug: slugOf(revision.title),
      publishAt: null,
      publishedAt: article.publishedAt ?? now(),
      verifiedAt: now(),
      verifiedById: memberId(actor),
      updatedAt: now(),
      version: sql`${articles.version} + 1`,
    })
    .where(eq(articles.id, article.id));
  if (article.sourceThreadId) {
    await tx.update(threads).set({ articleId: article.id }).where(eq(threads.id, article.sourceThreadId));
    await recordSearchChange(tx, "thread", article.sourceThreadId);
  }
}
