import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, isManager } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { Person } from "@/lib/members/person";
import { now } from "@/lib/platform/clock";
import { groupBy } from "@/lib/platform/group-by";
import { listAgents } from "@/lib/presence/list-agents";
import type { PresenceState } from "@/lib/presence/presence-view";
import { gini } from "./gini";

export type AgentLoad = {
  agent: Person;
  state: PresenceState;
  load: number;
  capacity: number;
  /** Of the last 24 hours. */
  accepted: number;
  byHand: number;
  declined: number;
  missed: number;
  /** What they talk about at this moment; managers may read along. */
  chats: { conversationId: number; title: string; asker: string }[];
};
export type Workload = {
  agents: AgentLoad[];
  /** 0: everybody who was there got the same; 1: one got all. Null while nobody got any. */
  unfairness: number | null;
};

/** Who carries how much, and how fairly it was dealt out: for those who plan. */
export async function listWorkload(actor: Actor): Promise<Workload> {
  assertCan(isManager(actor));
  const since = sql`${new Date(now().getTime() - 86_400_000).toISOString()}::timestamptz`;
  const [agents, running, { rows }] = await Promise.all([
    listAgents(actor),
    db.execute<{ id: string; agent_id: string; title: string; asker: string }>(sql`
      select conversations.id, agent_id, threads.title, members.display_name as asker
      from conversations join threads on threads.id = thread_id join members on members.id = asker_id
      where conversations.state = 'active' order by conversations.id`),
    db.execute<Record<"id" | "accepted" | "declined" | "missed" | "by_hand", number>>(sql`
      select agent_id::int as id, count(*) filter (where state = 'accepted')::int as accepted,
        count(*) filter (where state = 'declined')::int as declined, count(*) filter (where state = 'missed')::int as missed,
        (select count(*)::int from conversation_events where type = 'accepted' and actor_id = agent_id
          and data ? 'byHand' and created_at > ${since}) as by_hand
      from offers where offered_at > ${since} group by agent_id`),
  ]);
  const counts = new Map(rows.map((row) => [row.id, row]));
  const chatsOf = groupBy(running.rows, (row) => Number(row.agent_id));
  const loads = agents.map(({ departments: _, since: __, leaseUntil: ___, state, load, capacity, ...agent }) => {
    const { accepted = 0, declined = 0, missed = 0, by_hand: byHand = 0 } = counts.get(agent.id) ?? {};
    return { agent, state, load, capacity, accepted, byHand, declined, missed, chats: (chatsOf.get(agent.id) ?? []).map(chatView) };
  });
  // Who was offered nothing all day was not there: that is no unfairness.
  const shares = loads.filter(({ agent, state }) => counts.has(agent.id) || state === "online").map(({ accepted }) => accepted);
  return { agents: loads, unfairness: shares.some((share) => share > 0) ? gini(shares) : null };
}

function chatView({ id, title, asker }: { id: string; title: string; asker: string }): AgentLoad["chats"][number] {
  return { conversationId: Number(id), title, asker };
}
