import { type AnyColumn, inArray, type SQL } from "drizzle-orm";
import { isManager, type Member } from "@/lib/members/actor";

/** What stands in a department this member of staff belongs to; a manager belongs to all (no condition). */
export function ofOwnDepartments(member: Member, department: AnyColumn): SQL | undefined {
  return isManager(member) ? undefined : inArray(department, member.departments);
}
