import { type Actor, isManager, type Member } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** See all that is held, and let it go again. */
export function canLiftHolds(actor: Actor): actor is Member {
  return canWrite(actor) && isManager(actor);
}
