import { count } from "drizzle-orm";
import { db } from "@/db/client";
import { articles } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { type ArticleState, articleStates } from "./input";
import { canWriteArticle } from "./permissions";

/** How many articles are in each state. For staff. */
export async function countArticles(actor: Actor): Promise<Record<ArticleState, number>> {
  assertCan(canWriteArticle(actor));
  const rows = await db.select({ state: articles.state, count: count() }).from(articles).groupBy(articles.state);
  const counts = Object.fromEntries(articleStates.map((state) => [state, 0])) as Record<ArticleState, number>;
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}
