import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { subscriptions, threads } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Follows or leaves a thread, with its counter; repeating it changes nothing. Returns how many follow then. */
export async function changeSubscription(tx: Tx, threadId: number, memberId: number, on: boolean): Promise<number> {
  const changed = on
    ? await tx.insert(subscriptions).values({ threadId, memberId, createdAt: now() }).onConflictDoNothing().returning()
    : await tx
        .delete(subscriptions)
        .where(and(eq(subscriptions.threadId, threadId), eq(subscriptions.memberId, memberId)))
        .returning();
  const delta = changed.length === 0 ? 0 : on ? 1 : -1;
  const [row] = await tx
    .update(threads)
    .set({ followerCount: sql`${threads.followerCount} + ${delta}` })
    .where(eq(threads.id, threadId))
    .returning({ count: threads.followerCount });
  return row?.count ?? 0;
}
