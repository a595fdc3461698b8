import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members } from "@/db/schema";

/** Counts a solution for whom it is from. Solving one's own question earns nothing. */
export async function creditAuthor(
  tx: Tx,
  thread: { authorId: number },
  answer: { authorId: number },
  by: 1 | -1,
): Promise<void> {
  if (answer.authorId === thread.authorId) return;
  await tx
    .update(members)
    .set({ acceptedCount: sql`greatest(0, ${members.acceptedCount} + ${by})` })
    .where(eq(members.id, answer.authorId));
}
