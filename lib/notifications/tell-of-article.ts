import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { articleContributors, articles } from "@/db/schema";
import { notify } from "./notify";

/** After a guide was published: those it was made from. After it went stale: its owner. */
export async function tellOfArticle({ articleId, to }: { articleId: number; to: string }): Promise<void> {
  if (to !== "published" && to !== "stale") return;
  await inTransaction(async (tx) => {
    const [article] = await tx.select().from(articles).where(and(eq(articles.id, articleId), eq(articles.state, to)));
    if (!article) return;
    const notice = { path: `/kb/${articleId}/${article.slug}`, values: { title: article.title } };
    if (to === "stale") {
      await notify(tx, { ...notice, memberId: article.ownerId, kind: "article_stale", dedupeKey: `stale:${articleId}:${article.version}` });
      return;
    }
    const credited = await tx.select({ memberId: articleContributors.memberId }).from(articleContributors).where(and(eq(articleContributors.articleId, articleId), eq(articleContributors.role, "answer")));
    for (const { memberId } of credited) await notify(tx, { ...notice, memberId, kind: "article_published", actorId: article.ownerId, dedupeKey: `article:${articleId}` });
  });
}
