import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { pagesOf } from "@/lib/threads/pages-of";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";
import type { PostStatus } from "@/lib/threads/thread-view";
import { creditAuthor } from "./credit-author";
import { findAnswer } from "./find-answer";

/**
 * Publishes, holds, hides or deletes an answer with all that hangs on it. Whether `actor` may is the caller's
 * question. An accepted answer that goes is no longer accepted; a held one that comes is announced.
 */
export async function changeAnswerStatus(
  tx: Tx,
  actor: Actor,
  answerId: number,
  status: PostStatus,
  reason: string | null = null,
): Promise<void> {
  const { answer, thread } = await findAnswer(tx, actor, answerId, { lock: true });
  if (answer.status === status) return;
  const target = { answerId, threadId: thread.id };
  const delta = status === "published" ? 1 : answer.status === "published" ? -1 : 0;
  const unaccept = delta === -1 && answer.acceptedAt !== null;
  await tx
    .update(answers)
    .set({ status, statusReason: reason, ...(unaccept && { acceptedAt: null, acceptedById: null }) })
    .where(eq(answers.id, answerId));
  if (delta === 1) {
    // Never into the future of what already stands there, never back.
    await tx
      .update(threads)
      .set({ lastActivityAt: sql`greatest(${threads.lastActivityAt}, ${answer.createdAt.toISOString()}::timestamptz)` })
      .where(eq(threads.id, thread.id));
  }
  await refreshThreadState(tx, thread.id);
  await tx
    .update(members)
    .set({ answerCount: sql`greatest(0, ${members.answerCount} + ${delta})` })
    .where(eq(members.id, answer.authorId));
  if (unaccept) await creditAuthor(tx, thread, answer, -1);

  await recordAudit(tx, actor, `answer.${status}`, { kind: "answer", id: answerId }, { from: answer.status, reason });
  await invalidatePages(tx, ...pagesOf(thread, answer.authorId));
  await publishToTopic(tx, `thread:${thread.id}`, { type: "answer.status", answerId, status });
  await enqueue(tx, "answer.status", { ...target, status, from: answer.status, reason });
  if (unaccept) await enqueue(tx, "answer.unaccepted", target);
  if (answer.status === "held" && delta === 1) await enqueue(tx, "answer.posted", { ...target, mentions: [] });
  await recordSearchChange(tx, "thread", thread.id);
}
