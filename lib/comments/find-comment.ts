import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comments } from "@/db/schema";
import { findAnswer } from "@/lib/answers/find-answer";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { type FoundThread, findThread } from "@/lib/threads/find-thread";
import { visibleComments } from "./visible";

export type FoundComment = typeof comments.$inferSelect;

/** The comment as `actor` may see it, which takes the post it stands under; throws NotFound otherwise. */
export async function findComment(
  tx: Pick<Tx, "select">,
  actor: Actor,
  id: number,
): Promise<{ comment: FoundComment; thread: FoundThread }> {
  const [comment] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), visibleComments(actor)));
  if (!comment) throw new NotFound();
  if (comment.answerId === null) return { comment, thread: await findThread(tx, actor, comment.threadId) };
  return { comment, thread: (await findAnswer(tx, actor, comment.answerId)).thread };
}
