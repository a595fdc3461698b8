import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comments } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import type { PostStatus } from "@/lib/threads/thread-view";
import { countComment } from "./count-comment";
import { findComment } from "./find-comment";

/** Publishes, holds, hides or deletes a comment. Whether `actor` may is the caller's question. */
export async function changeCommentStatus(
  tx: Tx,
  actor: Actor,
  commentId: number,
  status: PostStatus,
  reason: string | null = null,
): Promise<void> {
  const { comment, thread } = await findComment(tx, actor, commentId);
  const [before] = await tx
    .select({ status: comments.status })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for("no key update");
  if (!before || before.status === status) return;
  await tx.update(comments).set({ status, statusReason: reason }).where(eq(comments.id, commentId));
  if (status === "published") await countComment(tx, comment, 1);
  if (before.status === "published") await countComment(tx, comment, -1);

  const place = { commentId, threadId: thread.id, answerId: comment.answerId };
  await recordAudit(tx, actor, `comment.${status}`, { kind: "comment", id: commentId }, { from: before.status, reason });
  await invalidatePages(tx, `thread:${thread.id}`);
  await publishToTopic(tx, `thread:${thread.id}`, { type: "comment.status", commentId, status });
  await enqueue(tx, "comment.status", { ...place, status, from: before.status, reason });
  if (before.status === "held" && status === "published") await enqueue(tx, "comment.posted", { ...place, mentions: [] });
}
