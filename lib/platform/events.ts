import { sql } from "drizzle-orm";
import { atEnd, type Tx } from "@/db/client";
import { memberEventCounters, memberEvents } from "@/db/schema";

/** What a screen hears. Ids and small facts only; texts are fetched with the reader's own rights. */
export type LiveEvent = { type: string; [key: string]: unknown };

/** NOTIFY is only a wake-up: the member log is the truth and is read again on every wake-up and every 5 s. */
export const eventsChannel = "kundig_events";

/** Appends to a member's durable log; the counter row's lock makes the sequence gap-free in commit order. */
export async function publishToMember(tx: Tx, memberId: number, event: LiveEvent): Promise<void> {
  const [counter] = await tx
    .insert(memberEventCounters)
    .values({ memberId, lastSeq: 1 })
    .onConflictDoUpdate({ target: memberEventCounters.memberId, set: { lastSeq: sql`${memberEventCounters.lastSeq} + 1` } })
    .returning({ seq: memberEventCounters.lastSeq });
  if (!counter) throw new Error("no event counter");
  await tx.insert(memberEvents).values({ memberId, seq: counter.seq, event });
  await tx.execute(sql`select pg_notify(${eventsChannel}, ${JSON.stringify({ member: memberId })})`);
}

/**
 * The same for several members in one statement. Counters are taken in the order of ids, so that two
 * transactions which tell the same people never wait for each other in a circle.
 */
export async function publishToMembers(tx: Tx, memberIds: readonly (number | null)[], event: LiveEvent): Promise<void> {
  const ids = [...new Set(memberIds)].filter((id) => id !== null).sort((a, b) => a - b);
  if (ids.length === 0) return;
  await tx.execute(sql`
    with counters as (
      insert into member_event_counters (member_id, last_seq)
      select told.id, 1 from unnest(${sql.param(ids)}::bigint[]) as told (id) order by told.id
      on conflict (member_id) do update set last_seq = member_event_counters.last_seq + 1
      returning member_id, last_seq
    ), log as (
      insert into member_events (member_id, seq, event)
      select member_id, last_seq, ${JSON.stringify(event)}::jsonb from counters returning member_id
    )
    select pg_notify(${eventsChannel}, json_build_object('member', member_id)::text) from log`);
}

/** Tells everybody who looks at `topic` (e.g. "thread:12"); not kept, never private. */
export async function publishToTopic(tx: Tx, topic: string, event: LiveEvent): Promise<void> {
  atEnd(tx, sql`select pg_notify(${eventsChannel}, ${JSON.stringify({ topic, event })})`);
}
