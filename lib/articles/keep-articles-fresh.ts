import { and, eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { articles } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { transitionArticle } from "./transition-article";

/** Daily: published articles whose check is overdue become stale, scheduled ones whose time has come are published. */
export async function keepArticlesFresh(_payload: unknown = null, tx?: Tx): Promise<void> {
  await inTransaction(async (tx) => {
    const overdue = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.state, "published"), sql`${articles.verifiedAt} + make_interval(days => ${articles.verifyEveryDays}) < ${now().toISOString()}::timestamptz`))
      .limit(500);
    for (const { id } of overdue) await transitionArticle(system("articles.stale"), id, { to: "stale" }, tx);
    const due = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.state, "scheduled"), sql`${articles.publishAt} <= ${now().toISOString()}::timestamptz`));
    for (const { id } of due) await transitionArticle(system("articles.publish"), id, { to: "published" }, tx);
  }, tx);
}
