import { type Actor, isManager } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Teach the search words, pin results, weigh kinds, judge pairs, work on gaps: what managers do. */
export function canTuneSearch(actor: Actor): boolean {
  return actor.kind === "system" || (canWrite(actor) && isManager(actor));
}

/** See what is looked for and how well it is found. */
export function canSeeSearchTools(actor: Actor): boolean {
  return actor.kind === "system" || isManager(actor);
}
