import { desc, gt, inArray, and } from "drizzle-orm";
import { db } from "@/db/client";
import { articles } from "@/db/schema";
import type { HelpfulRow } from "./insights-view";

/** Guides that helped most, of all time. */
export async function readHelpful(limit: number): Promise<HelpfulRow[]> {
  return db
    .select({ id: articles.id, title: articles.title, helpful: articles.helpfulCount, unhelpful: articles.unhelpfulCount })
    .from(articles)
    .where(and(inArray(articles.state, ["published", "stale"]), gt(articles.helpfulCount, 0)))
    .orderBy(desc(articles.helpfulCount), articles.id)
    .limit(limit);
}
