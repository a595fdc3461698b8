import { type Actor, isStaff } from "@/lib/members/actor";
import type { AnswerCan, PostStatus } from "@/lib/threads/thread-view";
import {
  canAccept,
  canComment,
  canFlag,
  canModerate,
  canReject,
  canVote,
  canWrite,
  isAuthor,
  type ThreadFacts,
} from "@/lib/threads/permissions";

/** What the rules ask about an answer. */
export type AnswerFacts = { authorId: number; status: PostStatus; acceptedAt: Date | null };

export function canEditAnswer(actor: Actor, thread: ThreadFacts, answer: AnswerFacts): boolean {
  if (!canWrite(actor)) return false;
  if (isStaff(actor)) return true;
  return isAuthor(actor, answer) && thread.lockedAt === null && answer.status !== "hidden";
}

/** What solved a question stays; staff may take it away with a reason. */
export function canDeleteAnswer(actor: Actor, answer: AnswerFacts): boolean {
  return canModerate(actor) || (canWrite(actor) && isAuthor(actor, answer) && answer.acceptedAt === null);
}

export function canAcceptAnswer(actor: Actor, thread: ThreadFacts, answer: AnswerFacts): boolean {
  return canAccept(actor, thread) && answer.status === "published";
}

/** Turning down one's own answer is deleting it. */
export function canRejectAnswer(actor: Actor, thread: ThreadFacts, answer: AnswerFacts): boolean {
  return canReject(actor, thread) && answer.status === "published" && !isAuthor(actor, answer);
}

export function answerCan(actor: Actor, thread: ThreadFacts, answer: AnswerFacts): AnswerCan {
  return {
    edit: canEditAnswer(actor, thread, answer),
    delete: canDeleteAnswer(actor, answer),
    accept: canAcceptAnswer(actor, thread, answer),
    reject: canRejectAnswer(actor, thread, answer),
    comment: canComment(actor, thread) && answer.status === "published",
    vote: canVote(actor, answer),
    downvote: canVote(actor, answer, -1),
    flag: canFlag(actor, answer),
  };
}
