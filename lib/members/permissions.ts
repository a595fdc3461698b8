import { type Actor, isAdmin, isManager, isStaff } from "./actor";

export function canSetRole(actor: Actor): boolean {
  return isAdmin(actor);
}

export function canSetExpertTopics(actor: Actor): boolean {
  return isManager(actor);
}

/** Begins the name of who deleted their account; nobody can choose it. */
export const FORMER = "former.";

export function hasProfile({ name }: { name: string }): boolean {
  return !name.startsWith(FORMER);
}

/** Staff speak for the company: somebody else takes their role from them first. */
export function canDeleteAccount(actor: Actor): boolean {
  return actor.kind === "member" && !isStaff(actor);
}

/** Members whose name is being typed after "@": only those who could mention somebody look them up. */
export function canFindMembers(actor: Actor): boolean {
  return actor.kind !== "visitor";
}
