import { type Actor, isManager, isStaff } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** See the review queue and decide about posts. */
export function canReview(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isStaff(actor));
}

/** Warn and suspend people. Nobody sanctions themselves or those above them. */
export function canSanction(actor: Actor, member: { id: number; role: string }): boolean {
  if (!isManager(actor)) return false;
  if (actor.kind === "member" && actor.id === member.id) return false;
  return member.role !== "admin" || (actor.kind === "member" && actor.role === "admin");
}
