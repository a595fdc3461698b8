import { type Actor, isStaff } from "@/lib/members/actor";
import { canModerate, canWrite } from "@/lib/threads/permissions";

/** The wiki is for those who help here; the name is for staff. */
export function canEditTag(actor: Actor): boolean {
  return canWrite(actor) && (isStaff(actor) || actor.trust === "helper" || actor.expertIn.length > 0);
}

export function canRenameTag(actor: Actor): boolean {
  return canModerate(actor);
}
