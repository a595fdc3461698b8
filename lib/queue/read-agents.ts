import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { hasCaughtUp, type RoutingAgent } from "./routing";

export type ReadAgent = RoutingAgent & { load: number; recentOffers: number; lastAssignedAt: Date | null; skills: string[] };

/** Longer in their shift than this, an agent takes part like all others. */
const SHIFT_START_MS = 5 * 60_000;

type Row = {
  id: string;
  departments: string[];
  lease_until: string;
  state_since: string;
  load: number;
  capacity: number;
  last_assigned_at: string | null;
  skills: string[];
  recent_offers: number;
};

/** The agents of these departments who are there now, as routing looks at them. */
export async function readAgents(tx: Tx, departmentIds: readonly number[]): Promise<ReadAgent[]> {
  const time = now();
  const { rows } = await tx.execute<Row>(sql`
    select agent_presence.member_id as id, array_agg(department_id) as departments, lease_until, state_since, load, capacity, last_assigned_at,
      array(select skill from agent_skills where agent_skills.member_id = agent_presence.member_id) as skills,
      (select count(*)::int from offers where agent_id = agent_presence.member_id
        and offered_at > ${time.toISOString()}::timestamptz - interval '15 minutes') as recent_offers
    from agent_presence
    join department_members on department_members.member_id = agent_presence.member_id
    join members on members.id = agent_presence.member_id and members.deactivated_at is null
    where department_members.department_id = any(${sql.param(departmentIds)}::bigint[]) and agent_presence.state = 'online'
      and lease_until > ${time.toISOString()}::timestamptz
    group by agent_presence.member_id`);
  const agents = rows.map((row) => ({
    id: Number(row.id),
    state: "online" as const,
    leaseUntil: new Date(row.lease_until),
    departmentIds: row.departments.map(Number),
    skills: row.skills,
    load: row.load,
    capacity: row.capacity,
    recentOffers: row.recent_offers,
    lastAssignedAt: row.last_assigned_at === null ? null : new Date(row.last_assigned_at),
    isFresh: time.getTime() - new Date(row.state_since).getTime() < SHIFT_START_MS,
  }));
  // Who just came must not get the whole backlog; where all just came there is nobody to share it with.
  const shared = agents.some(({ isFresh }) => !isFresh);
  return agents.map((agent) => ({ ...agent, startingShift: shared && agent.isFresh && !hasCaughtUp(agent, agents) }));
}
