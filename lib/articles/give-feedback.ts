import { and, eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { articleFeedback, articles } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { articleFeedbackInput } from "./input";
import { visibleArticles } from "./visible";

/**
 * Says whether an article helped; open to visitors. `voice` names who speaks (a member, or a hash of
 * address and day): speaking again changes the earlier word instead of counting twice.
 */
export async function giveFeedback(actor: Actor, articleId: number, voice: string, input: unknown, tx?: Tx): Promise<void> {
  const given = parseInput(articleFeedbackInput, input);
  await inTransaction(async (tx) => {
    const [article] = await tx.select({ id: articles.id }).from(articles).where(and(eq(articles.id, articleId), visibleArticles(actor))).for("no key update");
    if (!article) throw new NotFound();
    const mine = and(eq(articleFeedback.articleId, articleId), eq(articleFeedback.voice, voice));
    const [earlier] = await tx.select({ id: articleFeedback.id, helpful: articleFeedback.helpful }).from(articleFeedback).where(mine);
    const values = { helpful: given.helpful, reason: given.reason ?? null, comment: given.comment };
    if (earlier) await tx.update(articleFeedback).set(values).where(eq(articleFeedback.id, earlier.id));
    else await tx.insert(articleFeedback).values({ articleId, memberId: memberId(actor), voice, ...values, createdAt: now() });
    const helpful = Number(given.helpful) - Number(earlier?.helpful === true);
    const unhelpful = Number(!given.helpful) - Number(earlier?.helpful === false);
    if (helpful !== 0 || unhelpful !== 0) {
      // The shown counts may lag: a page is not rendered again for each click.
      await tx
        .update(articles)
        .set({ helpfulCount: sql`${articles.helpfulCount} + ${helpful}`, unhelpfulCount: sql`${articles.unhelpfulCount} + ${unhelpful}` })
        .where(eq(articles.id, articleId));
    }
    await recordAudit(tx, actor, "article.feedback", { kind: "article", id: articleId }, { helpful: given.helpful });
  }, tx);
}
