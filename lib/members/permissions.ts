import { type Actor, isAdmin, isManager, isStaff } from "./actor";

export function canSetRole(actor: Actor): boolean {
  return isAdmin(actor);
}

export function canSetExpertTopics(actor: Actor): boolean {
  return isManager(actor);
}

/** Staff speak for the company: somebody else takes their role from them first. */
export function canDeleteAccount(actor: Actor): boolean {
  return actor.kind === "member" && !isStaff(actor);
}

/** Members whose name is being typed after "@": only those who could mention somebody look them up. */
export function canFindMembers(actor: Actor): boolean {
  return actor.kind !== "visitor";
}
