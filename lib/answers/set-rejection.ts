import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { pagesOf } from "@/lib/threads/pages-of";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";
import type { ThreadState } from "@/lib/threads/thread-view";
import { creditAuthor } from "./credit-author";
import { findAnswer } from "./find-answer";
import { setRejectionInput } from "./input";
import { canRejectAnswer } from "./permissions";

export type Rejection = { id: number; threadId: number; rejected: boolean; state: ThreadState };

/** The asker says that an answer did not help, or takes that back. When none helped, the question is open again. */
export async function setRejection(actor: Actor, input: unknown, outer?: Tx): Promise<Rejection> {
  const { id, rejected } = parseInput(setRejectionInput, input);
  return inTransaction(async (tx) => {
    const { answer, thread } = await findAnswer(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canRejectAnswer(member, thread, answer));
    const result = { id, threadId: thread.id, rejected };
    if ((answer.rejectedAt !== null) === rejected) return { ...result, state: thread.state };

    const wasAccepted = rejected && answer.acceptedAt !== null;
    const mark = rejected ? { rejectedAt: now(), acceptedAt: null, acceptedById: null } : { rejectedAt: null };
    await tx.update(answers).set(mark).where(eq(answers.id, id));
    const state = await refreshThreadState(tx, thread.id);
    if (wasAccepted) await creditAuthor(tx, thread, answer, -1);

    const action = rejected ? "answer.rejected" : "answer.unrejected";
    await recordAudit(tx, member, action, { kind: "answer", id }, { threadId: thread.id });
    await invalidatePages(tx, ...pagesOf(thread, answer.authorId));
    await publishToTopic(tx, `thread:${thread.id}`, { type: action, answerId: id });
    await enqueue(tx, action, { answerId: id, threadId: thread.id });
    if (wasAccepted) await enqueue(tx, "answer.unaccepted", { answerId: id, threadId: thread.id });
    await recordSearchChange(tx, "thread", thread.id);
    return { ...result, state };
  }, outer);
}
