import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, type Role } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { canListDepartments } from "./permissions";

export type StaffMember = { id: number; name: string; displayName: string; role: Role; departments: number[]; capacity: number; skills: string[] };

/** Everybody who works for the company, with their seats. A new agent has three. */
export async function listStaff(actor: Actor): Promise<StaffMember[]> {
  assertCan(canListDepartments(actor));
  const { rows } = await db.execute<{ id: string; name: string; display_name: string; role: Role; departments: string[]; capacity: number; skills: string[] }>(sql`
    select m.id, m.name, m.display_name, m.role, coalesce(p.capacity, 3) as capacity,
      array(select department_id from department_members where member_id = m.id order by 1) as departments,
      array(select skill from agent_skills where member_id = m.id order by 1) as skills
    from members m left join agent_presence p on p.member_id = m.id
    where m.role in ('agent', 'manager', 'admin') and m.deactivated_at is null
    order by m.display_name, m.id limit 500`);
  return rows.map(({ id, display_name, departments, ...row }) => ({ ...row, id: Number(id), displayName: display_name, departments: departments.map(Number) }));
}
