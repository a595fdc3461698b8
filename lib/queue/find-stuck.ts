import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

/**
 * What must not be, though the database would keep it: who waits stands in no line; a running chat is nobody's; its
 * place in the line and its offer disagree; a place or an offer is left over; a handing over nobody is asked about;
 * time is over and nobody looked; who has it works here no more.
 */
export const stuckKinds = ["nowhere", "nobodys", "out_of_step", "leftover", "transfer", "overdue", "owner_gone"] as const;
export type StuckKind = (typeof stuckKinds)[number];
export type Stuck = { conversationId: number; kind: StuckKind };

/** The clock of the line looks every second: so much later nobody has looked. */
export const STUCK_AFTER_MS = 60_000;

/** Conversations (or whether this one) that would never end by themselves. Acts leave none; damage and bugs might. */
export async function findStuck(only: number | null = null): Promise<Stuck[]> {
  const late = sql`${new Date(now().getTime() - STUCK_AFTER_MS).toISOString()}::timestamptz`;
  const { rows } = await db.execute<{ id: string; kind: StuckKind }>(sql`
    select * from (
      select c.id, case
        when waits and entry.id is null then 'nowhere'
        when c.state = 'active' and c.agent_id is null then 'nobodys'
        when not waits and transfer.id is null and (entry.id is not null or offer.id is not null) then 'leftover'
        when not waits and transfer.id is not null and entry.id is null then 'transfer'
        when (entry.state = 'offered') <> (offer.id is not null) then 'out_of_step'
        when waits and entry.state::text <> replace(c.state::text, 'queued', 'waiting') then 'out_of_step'
        when entry.state = 'waiting' and entry.deadline_at < ${late} then 'overdue'
        when c.state = 'active' and (there.member_id is null or there.lease_until < ${late}) then 'owner_gone'
        when c.agent_id is not null and (owner.deactivated_at is not null or owner.role in ('member', 'expert')) then 'owner_gone'
      end as kind
      from conversations c
      cross join lateral (select c.state in ('queued', 'offered') as waits) as state
      left join queue_entries entry on entry.conversation_id = c.id and entry.state in ('waiting', 'offered')
      left join offers offer on offer.conversation_id = c.id and offer.state = 'open'
      left join transfers transfer on transfer.conversation_id = c.id and transfer.state = 'open'
      left join members owner on owner.id = c.agent_id and c.state in ('active', 'callback', 'message', 'wrap_up')
      left join agent_presence there on there.member_id = c.agent_id
      where (${only}::bigint is null or c.id = ${only}) and c.id in (
        select id from conversations where state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')
        union select conversation_id from queue_entries where state in ('waiting', 'offered')
        union select conversation_id from offers where state = 'open')
    ) as looked where kind is not null order by id`);
  return rows.map(({ id, kind }) => ({ conversationId: Number(id), kind }));
}
