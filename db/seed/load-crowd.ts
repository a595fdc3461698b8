import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, meToos, subscriptions, threads, votes } from "@/db/schema";
import type { Member } from "@/lib/members/actor";
import type { World } from "./world";

/*
 * Hundreds of single clicks. Written together, with their counters, where the acts would take a
 * transaction's worth of statements for each.
 */

export async function loadVotes(tx: Tx, voters: Member[], upvotes: number, target: { answerId: number; threadId: number }, createdAt: Date): Promise<void> {
  if (voters.length === 0) return;
  await tx.insert(votes).values(
    voters.map((voter, index) => ({
      memberId: voter.id,
      targetKind: "answer" as const,
      targetId: target.answerId,
      threadId: target.threadId,
      value: index < upvotes ? 1 : -1,
      createdAt,
    })),
  );
  const score = sql`${answers.score} + ${2 * upvotes - voters.length}`;
  await tx.update(answers).set({ score }).where(eq(answers.id, target.answerId));
}

export async function loadMeToos(tx: Tx, threadId: number, people: Member[], createdAt: Date): Promise<void> {
  if (people.length === 0) return;
  await tx.insert(meToos).values(people.map((member) => ({ threadId, memberId: member.id, createdAt })));
  await tx.update(threads).set({ meTooCount: people.length }).where(eq(threads.id, threadId));
}

export async function loadFollowers(tx: Tx, threadId: number, people: Member[], createdAt: Date): Promise<void> {
  if (people.length === 0) return;
  await tx.insert(subscriptions).values(people.map((member) => ({ threadId, memberId: member.id, createdAt }))).onConflictDoNothing();
  const followers = sql`(select count(*)::int from ${subscriptions} where ${subscriptions.threadId} = ${threadId})`;
  await tx.update(threads).set({ followerCount: followers }).where(eq(threads.id, threadId));
}

/** `count` different members, the same for the same seed number, without the author. */
export function crowd(world: World, author: Member, count: number, seed: number): Member[] {
  const others = [...world.people.values()].filter((member) => member.id !== author.id && member.role === "member");
  const start = (seed * 7919) % Math.max(others.length, 1);
  return [...others.slice(start), ...others.slice(0, start)].slice(0, count);
}
