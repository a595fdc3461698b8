import { type Actor, isManager } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Name the company, choose what is offered on the start page. */
export function canShapeCompany(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isManager(actor));
}
