import { sql } from "drizzle-orm";

/** Conversations that go on, with when they began (a reopening begins anew) and when their asker last asked for anything. */
export const openCases = sql`
  select conversations.id, conversations.department_id, state, first_reply_at, last_agent_at,
    begun.at as begun_at, greatest(begun.at, last_asker_at) as asked_at
  from conversations
  cross join lateral (select greatest(conversations.created_at,
    (select max(created_at) from conversation_events where conversation_id = conversations.id and type = 'reopened')) as at) as begun
  where state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')`;
