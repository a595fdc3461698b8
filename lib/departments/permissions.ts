import { type Actor, isAdmin, isManager, isStaff } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

/** Names, hours and who belongs to it. */
export function canEditDepartment(actor: Actor): boolean {
  return canWrite(actor) && isManager(actor);
}

export function canCreateDepartment(actor: Actor): boolean {
  return canWrite(actor) && isAdmin(actor);
}

export function canListDepartments(actor: Actor): boolean {
  return isStaff(actor);
}
