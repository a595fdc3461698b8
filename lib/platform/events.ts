import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
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

/** Tells everybody who looks at `topic` (e.g. "thread:12"); not kept, never private. */
export async function publishToTopic(tx: Tx, topic: string, event: LiveEvent): Promise<void> {
  await tx.execute(sql`select pg_notify(${eventsChannel}, ${JSON.stringify({ topic, event })})`);
}
