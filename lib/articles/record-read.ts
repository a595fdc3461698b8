import { inTransaction } from "@/db/client";
import { articleReads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { getArticle } from "./get-article";

/** Remembers that a member opened an article, so that an agent need not ask. Visitors leave no trace. */
export async function recordRead(actor: Actor, articleId: number): Promise<void> {
  if (actor.kind !== "member" || !(await getArticle(actor, articleId))) return;
  await inTransaction(async (tx) => {
    await tx
      .insert(articleReads)
      .values({ memberId: actor.id, articleId, readAt: now() })
      .onConflictDoUpdate({ target: [articleReads.memberId, articleReads.articleId], set: { readAt: now() } });
  });
}
