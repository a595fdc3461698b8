import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isOpen, nextOpen } from "@/lib/hours/calendar";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { canListDepartments } from "./permissions";
import { type Department, loadDepartments } from "./load-departments";

export type DepartmentView = Department & { open: boolean; nextOpenAt: Date | null; memberIds: number[] };

/** Departments with their hours and staff, for those who work there. */
export async function listDepartments(actor: Actor): Promise<DepartmentView[]> {
  assertCan(canListDepartments(actor));
  const departments = await loadDepartments();
  const { rows } = await db.execute<{ id: string; members: string[] }>(
    sql`select department_id as id, array_agg(member_id order by member_id) as members from department_members group by 1`,
  );
  const staff = new Map(rows.map(({ id, members }) => [Number(id), members.map(Number)]));
  return departments.map((department) => ({
    ...department,
    open: isOpen(department.calendar, now()),
    nextOpenAt: nextOpen(department.calendar, now()),
    memberIds: staff.get(department.id) ?? [],
  }));
}
