import { type Actor, isManager, isStaff, type Member } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Whoever works in the department makes it good; managers anywhere. */
export function canFollowUp(actor: Actor, { departmentId }: { departmentId: number }): actor is Member {
  return canWrite(actor) && isStaff(actor) && (isManager(actor) || actor.departments.includes(departmentId));
}

/** A chat that is stuck is put right by those who plan. */
export function canPutRight(actor: Actor): boolean {
  return canWrite(actor) && isManager(actor);
}
