import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, threads } from "@/db/schema";

type Place = { threadId: number; answerId: number | null };

/** A thread's counter holds the comments on its question, an answer's those on the answer. */
export async function countComment(tx: Tx, { threadId, answerId }: Place, by: 1 | -1): Promise<void> {
  if (answerId === null) {
    await tx
      .update(threads)
      .set({ commentCount: sql`${threads.commentCount} + ${by}` })
      .where(eq(threads.id, threadId));
  } else {
    await tx
      .update(answers)
      .set({ commentCount: sql`${answers.commentCount} + ${by}` })
      .where(eq(answers.id, answerId));
  }
}
