import { canEditDepartment } from "@/lib/departments/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { loadShifts, type Shift } from "./load-shifts";

/** When one member of staff is planned to be there, wherever they work. */
export async function listShifts(actor: Actor, memberId: number): Promise<Shift[]> {
  assertCan(canEditDepartment(actor));
  return (await loadShifts()).filter((shift) => shift.memberId === memberId);
}
