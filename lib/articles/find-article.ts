import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { articles } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { visibleArticles } from "./visible";

export type FoundArticle = typeof articles.$inferSelect;

/** The article as `actor` may see it, its row locked until the transaction ends; throws NotFound otherwise. */
export async function findArticle(tx: Tx, actor: Actor, id: number): Promise<FoundArticle> {
  const [found] = await tx.select().from(articles).where(and(eq(articles.id, id), visibleArticles(actor))).for("no key update");
  if (!found) throw new NotFound();
  return found;
}
