import { type Actor, isManager, isStaff, type Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { PostStatus, ThreadCan, ThreadKind } from "./thread-view";

/** What the rules ask about a thread. */
export type ThreadFacts = {
  authorId: number;
  kind: ThreadKind;
  status: PostStatus;
  /** Its category and those above it. */
  categoryPath: number[];
  lockedAt: Date | null;
  closedAt: Date | null;
  answerCount: number;
};

/** Signed in and not suspended: who may write at all. */
export function canWrite(actor: Actor): actor is Member {
  return actor.kind === "member" && !(actor.suspendedUntil && actor.suspendedUntil > now());
}

export function isAuthor(actor: Actor, post: { authorId: number }): boolean {
  return actor.kind === "member" && actor.id === post.authorId;
}

/** Trusted in this thread's category or one above it. */
export function isExpertHere(actor: Actor, thread: Pick<ThreadFacts, "categoryPath">): boolean {
  return actor.kind === "member" && actor.expertIn.some((id) => thread.categoryPath.includes(id));
}

export function isOpen(thread: Pick<ThreadFacts, "lockedAt" | "closedAt">): boolean {
  return thread.lockedAt === null && thread.closedAt === null;
}

export function canPostThread(actor: Actor, kind: ThreadKind): boolean {
  return canWrite(actor) && (kind !== "announcement" || isStaff(actor));
}

export function canAnswer(actor: Actor, thread: ThreadFacts): boolean {
  return canWrite(actor) && thread.status === "published" && (isOpen(thread) || isStaff(actor));
}

export function canComment(actor: Actor, thread: ThreadFacts): boolean {
  return canAnswer(actor, thread);
}

export function canEditThread(actor: Actor, thread: ThreadFacts): boolean {
  if (!canWrite(actor)) return false;
  if (isStaff(actor)) return true;
  return isAuthor(actor, thread) && thread.lockedAt === null && thread.status !== "hidden";
}

/** An asker may take back a question only while nobody has put work into it. */
export function canDeleteThread(actor: Actor, thread: ThreadFacts): boolean {
  if (!canWrite(actor)) return false;
  return isStaff(actor) || (isAuthor(actor, thread) && thread.answerCount === 0);
}

/** At any time, also when the thread is locked. */
export function canAccept(actor: Actor, thread: ThreadFacts): boolean {
  if (!canWrite(actor) || thread.kind !== "question" || thread.status !== "published") return false;
  return isAuthor(actor, thread) || isStaff(actor) || isExpertHere(actor, thread);
}

/** Only the asker knows that it did not help. */
export function canReject(actor: Actor, thread: ThreadFacts): boolean {
  return canWrite(actor) && thread.kind === "question" && thread.status === "published" && isAuthor(actor, thread);
}

/** For a thread or a post in it. */
export function canVote(actor: Actor, post: { authorId: number; status: PostStatus }, value: -1 | 0 | 1 = 1): boolean {
  if (!canWrite(actor) || post.status !== "published" || isAuthor(actor, post)) return false;
  return value !== -1 || actor.trust !== "new" || isStaff(actor);
}

export function canMeToo(actor: Actor, thread: ThreadFacts): boolean {
  return canWrite(actor) && thread.status === "published" && thread.kind === "question" && !isAuthor(actor, thread);
}

export function canSubscribe(actor: Actor, thread: ThreadFacts): boolean {
  return actor.kind === "member" && thread.status === "published";
}

export function canFlag(actor: Actor, post: { authorId: number; status: PostStatus }): boolean {
  return canWrite(actor) && post.status === "published" && !isAuthor(actor, post);
}

export function canModerate(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isStaff(actor));
}

export function canLock(actor: Actor): boolean {
  return canModerate(actor);
}

export function canPin(actor: Actor): boolean {
  return canModerate(actor) && isManager(actor);
}

export function canClose(actor: Actor, thread: ThreadFacts): boolean {
  return canModerate(actor) || (canWrite(actor) && isExpertHere(actor, thread));
}

export function canMove(actor: Actor, thread: ThreadFacts): boolean {
  return canClose(actor, thread);
}

/** So long a merge can be taken back. */
export const SEPARATE_DAYS = 7;

export function canMerge(actor: Actor): boolean {
  return canWrite(actor) && isManager(actor);
}

/** Make an article of it. */
export function canPromote(actor: Actor, thread: ThreadFacts): boolean {
  return canModerate(actor) && thread.status === "published" && thread.kind === "question" && thread.answerCount > 0;
}

/** Ask for a human about it: the asker, and whoever has the same problem. */
export function canEscalate(actor: Actor, thread: ThreadFacts): boolean {
  return canWrite(actor) && !isStaff(actor) && thread.kind === "question" && thread.status === "published";
}

export function threadCan(actor: Actor, thread: ThreadFacts): ThreadCan {
  return {
    answer: canAnswer(actor, thread),
    comment: canComment(actor, thread),
    vote: canVote(actor, thread),
    downvote: canVote(actor, thread, -1),
    meToo: canMeToo(actor, thread),
    subscribe: canSubscribe(actor, thread),
    flag: canFlag(actor, thread),
    edit: canEditThread(actor, thread),
    delete: canDeleteThread(actor, thread),
    accept: canAccept(actor, thread),
    reject: canReject(actor, thread),
    lock: canLock(actor),
    pin: canPin(actor),
    close: canClose(actor, thread),
    move: canMove(actor, thread),
    merge: canMerge(actor),
    promote: canPromote(actor, thread),
    escalate: canEscalate(actor, thread),
    moderate: canModerate(actor),
  };
}
