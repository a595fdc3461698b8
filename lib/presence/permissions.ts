import { type Actor, isStaff, type Member } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Whoever may answer for the company says whether they are there. */
export function canDeclarePresence(actor: Actor): actor is Member {
  return canWrite(actor) && isStaff(actor);
}
