import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { answers, threads, votes } from "@/db/schema";
import { findAnswer } from "@/lib/answers/find-answer";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { findThread } from "@/lib/threads/find-thread";
import { pagesOf } from "@/lib/threads/pages-of";
import { canVote, isAuthor } from "@/lib/threads/permissions";
import { setVoteInput, voteValue } from "./input";

type Target = z.output<typeof setVoteInput>;
type Value = z.output<typeof voteValue>;
export type SetVote = { value: Value; score: number };

/** Sets one's vote on a thread or an answer; 0 takes it back. Repeating it changes nothing. */
export async function setVote(actor: Actor, target: unknown, wanted: unknown, outer?: Tx): Promise<SetVote> {
  const { target: post, value } = parseInput(z.object({ target: setVoteInput, value: voteValue }), { target, value: wanted });
  return inTransaction(async (tx) => {
    const { facts, thread } = await findPost(tx, actor, post);
    const member = requireMember(actor);
    if (isAuthor(member, facts)) throw new Forbidden("error.vote.own");
    if (value === -1 && member.trust === "new" && canVote(member, facts)) throw new Forbidden("error.vote.tooNew");
    assertCan(canVote(member, facts, value));

    const before = await replaceVote(tx, member.id, post, thread.id, value);
    const delta = value - before;
    if (delta === 0) return { value, score: facts.score };
    const score = await addToScore(tx, post, delta);
    await recordAudit(tx, member, "vote.set", { kind: post.kind, id: post.id }, { value, before });
    // A list shows neither votes nor scores, but the thread's author's page and its search rank do.
    await invalidatePages(tx, ...(post.kind === "thread" ? pagesOf(thread) : [`thread:${thread.id}`]));
    await enqueue(tx, "vote.set", { ...post, threadId: thread.id, delta });
    await recordSearchChange(tx, "thread", thread.id);
    return { value, score };
  }, outer);
}

async function findPost(tx: Tx, actor: Actor, { kind, id }: Target) {
  if (kind === "thread") {
    const thread = await findThread(tx, actor, id);
    return { facts: thread, thread };
  }
  const { answer, thread } = await findAnswer(tx, actor, id);
  return { facts: answer, thread };
}

/** Returns the vote before. The row of the vote is held first, so two clicks at once count one after the other. */
async function replaceVote(tx: Tx, memberId: number, { kind, id }: Target, threadId: number, value: Value): Promise<number> {
  const mine = and(eq(votes.memberId, memberId), eq(votes.targetKind, kind), eq(votes.targetId, id));
  const [before] = await tx.select({ value: votes.value }).from(votes).where(mine).for("update");
  if (value === 0) {
    const [gone] = await tx.delete(votes).where(mine).returning({ value: votes.value });
    return gone?.value ?? 0;
  }
  const row = { memberId, targetKind: kind, targetId: id, threadId, value, createdAt: now() };
  if (before) {
    await tx.update(votes).set({ value }).where(mine);
    return before.value;
  }
  const [made] = await tx.insert(votes).values(row).onConflictDoNothing().returning({ value: votes.value });
  // Somebody with the same name was faster by a moment: now there is a row to hold.
  return made ? 0 : replaceVote(tx, memberId, { kind, id }, threadId, value);
}

async function addToScore(tx: Tx, { kind, id }: Target, delta: number): Promise<number> {
  const [row] =
    kind === "thread"
      ? await tx.update(threads).set({ score: sql`${threads.score} + ${delta}` }).where(eq(threads.id, id)).returning({ score: threads.score })
      : await tx.update(answers).set({ score: sql`${answers.score} + ${delta}` }).where(eq(answers.id, id)).returning({ score: answers.score });
  return row?.score ?? 0;
}
