import { type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";

/** Whether the asker was last told that the agent is gone: condition on conversations. */
export function isMarkedLost(lost: boolean): SQL {
  return lost ? sql`${lastTold} = 'agent_lost'` : sql`${lastTold} is distinct from 'agent_lost'`;
}

export function isMarkedAway(): SQL {
  return sql`${lastTold} in ('agent_lost', 'agent_break')`;
}

const lastTold = sql`(select type from conversation_events where conversation_id = ${conversations.id}
    and type in ('agent_lost', 'agent_break', 'agent_back', 'accepted', 'requeued', 'transferred') order by id desc limit 1)`;
