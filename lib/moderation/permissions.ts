import { type Actor, isManager, isStaff, memberId } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** As long as this a decision can be taken back. */
export const TAKE_BACK_DAYS = 30;

/** See the review queue and decide about posts. */
export function canReview(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isStaff(actor));
}

/** Nobody judges what they wrote themselves. */
export function canDecide(actor: Actor, post: { authorId: number }): boolean {
  return canReview(actor) && memberId(actor) !== post.authorId;
}

/** Warn and suspend people. Nobody sanctions themselves or those above them. */
export function canSanction(actor: Actor, member: { id: number; role: string }): boolean {
  if (!canReview(actor) || !isManager(actor)) return false;
  if (actor.kind === "member" && actor.id === member.id) return false;
  return member.role !== "admin" || (actor.kind === "member" && actor.role === "admin");
}

/** Answer an appeal. That it is somebody else than the first decider is looked at with the appeal. */
export function canDecideAppeals(actor: Actor): boolean {
  return canReview(actor) && isManager(actor);
}
