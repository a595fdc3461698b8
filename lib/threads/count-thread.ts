import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { categories, tags } from "@/db/schema";

/** Keeps the counters of a thread's category and tags, when it appears in or vanishes from their lists. */
export async function countThread(tx: Tx, thread: { categoryId: number; tagIds: number[] }, by: 1 | -1): Promise<void> {
  await tx
    .update(categories)
    .set({ threadCount: sql`${categories.threadCount} + ${by}` })
    .where(eq(categories.id, thread.categoryId));
  await countTags(tx, thread.tagIds, by);
}

export async function countTags(tx: Tx, tagIds: number[], by: 1 | -1): Promise<void> {
  if (tagIds.length === 0) return;
  await tx
    .update(tags)
    .set({ threadCount: sql`${tags.threadCount} + ${by}` })
    .where(inArray(tags.id, tagIds));
}
