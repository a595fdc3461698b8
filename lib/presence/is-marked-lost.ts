import { type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";

/** Whether the asker was last told that the agent's connection is lost: condition on conversations. */
export function isMarkedLost(lost: boolean): SQL {
  const last = sql`(select type from conversation_events where conversation_id = ${conversations.id}
    and type in ('agent_lost', 'agent_back', 'accepted', 'requeued', 'transferred') order by id desc limit 1)`;
  return lost ? sql`${last} = 'agent_lost'` : sql`${last} is distinct from 'agent_lost'`;
}
