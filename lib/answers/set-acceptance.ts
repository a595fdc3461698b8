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
import { setAcceptanceInput } from "./input";
import { canAcceptAnswer } from "./permissions";

export type Acceptance = { id: number; threadId: number; accepted: boolean; state: ThreadState };

/** Marks an answer as a solution, or takes the mark back. Several may be solutions; locked threads too. */
export async function setAcceptance(actor: Actor, answerId: unknown, accepted: unknown, outer?: Tx): Promise<Acceptance> {
  const input = parseInput(setAcceptanceInput, { id: answerId, accepted });
  return inTransaction(async (tx) => {
    const { answer, thread } = await findAnswer(tx, actor, input.id, { lock: true });
    const member = requireMember(actor);
    assertCan(canAcceptAnswer(member, thread, answer));
    const result = { id: answer.id, threadId: thread.id, accepted: input.accepted };
    if ((answer.acceptedAt !== null) === input.accepted) return { ...result, state: thread.state };

    const mark = input.accepted
      ? { acceptedAt: now(), acceptedById: member.id, rejectedAt: null }
      : { acceptedAt: null, acceptedById: null };
    await tx.update(answers).set(mark).where(eq(answers.id, answer.id));
    const state = await refreshThreadState(tx, thread.id);
    await creditAuthor(tx, thread, answer, input.accepted ? 1 : -1);

    const action = input.accepted ? "answer.accepted" : "answer.unaccepted";
    await recordAudit(tx, member, action, { kind: "answer", id: answer.id }, { threadId: thread.id });
    await invalidatePages(tx, ...pagesOf(thread, answer.authorId));
    await publishToTopic(tx, `thread:${thread.id}`, { type: action, answerId: answer.id });
    await enqueue(tx, action, { answerId: answer.id, threadId: thread.id, byId: member.id });
    await recordSearchChange(tx, "thread", thread.id);
    return { ...result, state };
  }, outer);
}
