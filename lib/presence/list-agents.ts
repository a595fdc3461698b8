import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, isStaff, type Role } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import type { AgentView, PresenceState } from "./presence-view";

type Row = {
  id: string;
  name: string;
  display_name: string;
  role: Role;
  avatar_file_id: string | null;
  departments: string[];
  skills: string[];
  state: PresenceState | null;
  state_since: string | null;
  lease_until: string | null;
  load: number | null;
  capacity: number | null;
};

/** Staff of all departments with their presence: whom one can hand over to, and the wall. */
export async function listAgents(actor: Actor): Promise<AgentView[]> {
  assertCan(isStaff(actor));
  const { rows } = await db.execute<Row>(sql`
    select members.id, name, display_name, role, avatar_file_id, state, state_since, lease_until, load, capacity,
      array(select department_id from department_members where member_id = members.id order by 1) as departments,
      array(select skill from agent_skills where member_id = members.id order by 1) as skills
    from members left join agent_presence on agent_presence.member_id = members.id
    where role in ('agent', 'manager', 'admin') and deactivated_at is null
      and exists (select 1 from department_members where member_id = members.id)
    order by display_name, members.id`);
  return rows.map((row) => {
    const leaseUntil = row.lease_until === null ? null : new Date(row.lease_until);
    const declared = row.state ?? "offline";
    const lost = declared !== "offline" && (leaseUntil === null || leaseUntil <= now());
    return {
      id: Number(row.id),
      name: row.name,
      displayName: row.display_name,
      avatarFileId: row.avatar_file_id,
      staff: true,
      departments: row.departments.map(Number),
      skills: row.skills,
      state: lost ? "disconnected" : declared,
      since: row.state_since === null ? now() : new Date(row.state_since),
      leaseUntil,
      load: row.load ?? 0,
      capacity: row.capacity ?? 0,
    };
  });
}
