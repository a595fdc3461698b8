import { type Actor, isManager } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Say how soon a category asks for a human. */
export function canShapeLadder(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isManager(actor));
}
