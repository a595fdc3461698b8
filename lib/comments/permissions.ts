import { type Actor, isStaff } from "@/lib/members/actor";
import { canFlag, canModerate, canWrite, isAuthor, type ThreadFacts } from "@/lib/threads/permissions";
import type { CommentView, PostStatus } from "@/lib/threads/thread-view";

export type CommentFacts = { authorId: number; status: PostStatus };

export function canEditComment(actor: Actor, thread: ThreadFacts, comment: CommentFacts): boolean {
  if (!canWrite(actor)) return false;
  if (isStaff(actor)) return true;
  return isAuthor(actor, comment) && thread.lockedAt === null && comment.status !== "hidden";
}

export function canDeleteComment(actor: Actor, comment: CommentFacts): boolean {
  return canModerate(actor) || (canWrite(actor) && isAuthor(actor, comment));
}

export function commentCan(actor: Actor, thread: ThreadFacts, comment: CommentFacts): CommentView["can"] {
  return {
    edit: canEditComment(actor, thread, comment),
    delete: canDeleteComment(actor, comment),
    flag: canFlag(actor, comment),
  };
}
