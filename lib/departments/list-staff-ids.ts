import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The staff of a department, in the order of their ids. */
export async function listStaffIds(tx: Pick<Tx, "execute">, departmentId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select members.id from department_members join members on members.id = member_id
    where department_id = ${departmentId} and role in ('agent', 'manager', 'admin') and deactivated_at is null
    order by 1 limit 50`);
  return rows.map(({ id }) => Number(id));
}

/** Those who look after all departments: supervisors, and where it gets serious the lead too. */
export async function listLeadIds(tx: Pick<Tx, "execute">, roles: ("manager" | "admin")[]): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from members where role::text = any(${sql.param(roles)}::text[]) and deactivated_at is null order by id limit 20`);
  return rows.map(({ id }) => Number(id));
}
