import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers, categories, comments, meToos, type MergedParts, subscriptions, threadMerges, threads, votes } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput, NotFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs";
import { parseInput } from "@/lib/platform/parse-input";
import { countThread } from "./count-thread";
import { type FoundThread, findThread } from "./find-thread";
import { mergeThreadInput } from "./input";
import { canMerge } from "./permissions";
import { showMerge } from "./show-merge";

/**
 * Moves everything that was said in one thread into another of its kind, unites who has the same and who follows,
 * and leads its address on. What was moved is remembered, so that separateThread can take it back.
 */
export async function mergeThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; into: number }> {
  const { id, into } = parseInput(mergeThreadInput, input);
  return inTransaction(async (tx) => {
    const member = requireMember(actor);
    assertCan(canMerge(member));
    const { thread, target } = await findBoth(tx, actor, id, into);
    if (thread.mergedIntoId === target.id) return { id, into };
    await assertMayJoin(tx, thread, target);

    const moved = await move(tx, thread, target);
    await tx.insert(threadMerges).values({ threadId: id, intoId: into, memberId: member.id, moved, createdAt: now() });
    await tx
      .update(threads)
      .set({ status: "deleted", statusReason: "merged", mergedIntoId: into, version: thread.version + 1 })
      .where(eq(threads.id, id));
    await countThread(tx, thread, -1);
    await recordAudit(tx, member, "thread.merged", { kind: "thread", id }, { into });
    await recordAudit(tx, member, "thread.joined", { kind: "thread", id: into }, { from: id });
    await showMerge(tx, thread, target);
    // Whoever was to be offered help there is helped here.
    await enqueue(tx, "thread.status", { threadId: id, status: "deleted", from: thread.status, reason: "merged" });
    return { id, into };
  }, outer);
}

/** Locked in the order of their numbers, as everywhere. */
async function findBoth(tx: Tx, actor: Actor, id: number, into: number): Promise<{ thread: FoundThread; target: FoundThread }> {
  const wrong = new InvalidInput({ into: { key: "error.thread.noOriginal" } });
  const found = new Map<number, FoundThread>();
  for (const each of [id, into].sort((a, b) => a - b)) {
    const one = await findThread(tx, actor, each, { lock: true }).catch((error: unknown) => {
      throw error instanceof NotFound && each === into ? wrong : error;
    });
    found.set(each, one);
  }
  const [thread, target] = [found.get(id), found.get(into)];
  if (!thread || !target || id === into) throw wrong;
  return { thread, target };
}

async function assertMayJoin(tx: Tx, thread: FoundThread, target: FoundThread): Promise<void> {
  const rows = await tx.select({ audience: categories.audience }).from(categories).where(inArray(categories.id, [thread.categoryId, target.categoryId]));
  const sameReaders = new Set(rows.map(({ audience }) => audience)).size === 1;
  // What not everybody may read must not get to a page that everybody may.
  const fits = sameReaders && thread.kind === target.kind && thread.status === "published" && target.status === "published";
  if (!fits) throw new InvalidInput({ into: { key: "error.thread.cannotMerge" } });
  const { rows: live } = await tx.execute(sql`
    select 1 from conversations where thread_id = ${thread.id} and state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up') limit 1`);
  if (live.length > 0) throw new Conflict("live", "error.thread.liveNow");
}

async function move(tx: Tx, { id, authorId }: FoundThread, target: FoundThread): Promise<MergedParts> {
  const movedAnswers = await tx.update(answers).set({ threadId: target.id }).where(eq(answers.threadId, id)).returning({ id: answers.id });
  const movedComments = await tx.update(comments).set({ threadId: target.id }).where(eq(comments.threadId, id)).returning({ id: comments.id });
  await tx.update(votes).set({ threadId: target.id }).where(and(eq(votes.threadId, id), eq(votes.targetKind, "answer")));
  // Who asked has it too, and who asked there is the one who has it here.
  const same = sql`select ${target.id}::bigint, member_id, created_at from me_toos where thread_id = ${id} and member_id <> ${target.authorId}
    union select ${target.id}::bigint, ${authorId}::bigint, ${now().toISOString()}::timestamptz where ${authorId}::bigint <> ${target.authorId}::bigint`;
  const united = target.kind === "question" ? await added(tx, sql`insert into me_toos (thread_id, member_id, created_at) ${same}`) : [];
  const following = await added(tx, sql`insert into subscriptions (thread_id, member_id, created_at) select ${target.id}::bigint, member_id, created_at from subscriptions where thread_id = ${id}`);
  const voted = await tx.execute<{ id: string }>(sql`
    insert into votes (member_id, target_kind, target_id, thread_id, value, created_at)
    select member_id, 'thread', ${target.id}::bigint, ${target.id}::bigint, value, created_at from votes
    where target_kind = 'thread' and target_id = ${id} and member_id <> ${target.authorId}
    on conflict do nothing returning member_id as id`);
  return {
    answerIds: movedAnswers.map((row) => row.id),
    commentIds: movedComments.map((row) => row.id),
    meToos: united,
    subscriptions: following,
    votes: voted.rows.map((row) => Number(row.id)),
  };
}

async function added(tx: Tx, insert: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`${insert} on conflict do nothing returning member_id as id`);
  return rows.map(({ id }) => Number(id));
}

/** Takes a merge back: what was moved returns, what was united is divided again. */
export async function divide(tx: Tx, id: number, into: number, { answerIds, commentIds, ...members }: MergedParts): Promise<void> {
  // Moved on or deleted since: that stays as it is.
  await tx.update(answers).set({ threadId: id }).where(and(inArray(answers.id, answerIds), eq(answers.threadId, into)));
  await tx.update(comments).set({ threadId: id }).where(and(inArray(comments.id, commentIds), eq(comments.threadId, into), isNull(comments.answerId)));
  await tx.update(comments).set({ threadId: id }).where(and(eq(comments.threadId, into), inArray(comments.answerId, answerIds)));
  await tx.update(votes).set({ threadId: id }).where(and(eq(votes.targetKind, "answer"), inArray(votes.targetId, answerIds)));
  await tx.delete(meToos).where(and(eq(meToos.threadId, into), inArray(meToos.memberId, members.meToos)));
  await tx.delete(subscriptions).where(and(eq(subscriptions.threadId, into), inArray(subscriptions.memberId, members.subscriptions)));
  await tx.delete(votes).where(and(eq(votes.targetKind, "thread"), eq(votes.targetId, into), inArray(votes.memberId, members.votes)));
}
