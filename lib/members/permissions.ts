import { type Actor, isAdmin, isManager } from "./actor";

export function canSetRole(actor: Actor): boolean {
  return isAdmin(actor);
}

export function canSetExpertTopics(actor: Actor): boolean {
  return isManager(actor);
}

/** Members whose name is being typed after "@": only those who could mention somebody look them up. */
export function canFindMembers(actor: Actor): boolean {
  return actor.kind !== "visitor";
}
