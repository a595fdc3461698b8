import { type SQL, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, conversations, offers, queueEntries } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { expireLeases } from "@/lib/presence/expire-leases";
import { expireWaiting } from "@/lib/queue/expire-waiting";
import { joinQueue } from "@/lib/queue/join-queue";
import { missOffers } from "@/lib/queue/miss-offers";
import { bad, count, type Finding, fine } from "./finding";

const area = "chat";
/** The clock of the line looks every second: a minute late is stuck. */
const graceMs = 60_000;
const doctor = system("doctor");

/** Whether anybody waits who is in no line, or holds an offer, a seat or a lease that ended long ago. */
export async function checkLine({ repair }: { repair: boolean }): Promise<Finding[]> {
  const late = new Date(now().getTime() - graceMs).toISOString();
  const overdue = [
    await found(sql`select id from ${offers} where state = 'open' and expires_at < ${late}::timestamptz`, "offer ended long ago and is still open", "offers ended long ago and are still open"),
    await found(sql`select id from ${queueEntries} where state = 'waiting' and deadline_at < ${late}::timestamptz`, "conversation waits beyond its promised time", "conversations wait beyond their promised time"),
    await found(sql`select member_id as id from ${agentPresence} where state <> 'offline' and lease_until < ${late}::timestamptz`, "agent counts as there without a sign of life", "agents count as there without a sign of life"),
  ].flatMap((each) => each ?? []);
  if (repair && overdue.length > 0) {
    await expireLeases();
    await missOffers();
    await expireWaiting();
  }
  const findings = overdue.map(({ text }) => bad(area, text, repair ? "ended" : undefined));
  findings.push(...(await lost(repair)), ...(await leftovers(repair)), ...(await seats(repair)));
  return findings.length > 0 ? findings : [fine(area, "every conversation, offer, seat and lease is in order")];
}

async function found(query: SQL, one: string, many: string): Promise<{ ids: number[]; text: string } | null> {
  const { rows } = await db.execute<{ id: string }>(query);
  return rows.length === 0 ? null : { ids: rows.map(({ id }) => Number(id)), text: count(rows.length, one, many) };
}

/** Queued, but in no line; or running, and nobody's: nobody would ever come. */
async function lost(repair: boolean): Promise<Finding[]> {
  const waiting = await found(
    sql`select c.id from ${conversations} c where (c.state in ('queued', 'offered') or (c.state = 'active' and c.agent_id is null))
      and not exists (select 1 from queue_entries q where q.conversation_id = c.id and q.state in ('waiting', 'offered'))`,
    "conversation waits and stands in no line",
    "conversations wait and stand in no line",
  );
  if (!waiting) return [];
  for (const id of repair ? waiting.ids : []) {
    await inTransaction(async (tx) => {
      const conversation = await findConversation(tx, doctor, id, { lock: true });
      await tx.execute(sql`update conversations set state = 'queued' where id = ${id}`);
      await joinQueue(tx, conversation);
      await recordAudit(tx, doctor, "doctor.requeued", { kind: "conversation", id });
    });
  }
  return [bad(area, waiting.text, repair ? "put back into the line" : undefined)];
}

/** In the line, but the conversation is over or in somebody's hands. */
async function leftovers(repair: boolean): Promise<Finding[]> {
  const entries = await found(
    sql`select q.id from ${queueEntries} q join conversations c on c.id = q.conversation_id
      where q.state in ('waiting', 'offered') and c.state not in ('queued', 'offered')
      and not exists (select 1 from transfers where transfers.conversation_id = c.id and transfers.state = 'open')`,
    "place in the line is of a conversation that no longer waits",
    "places in the line are of conversations that no longer wait",
  );
  const dangling = await found(
    sql`select o.id from ${offers} o join queue_entries q on q.id = o.queue_entry_id where o.state = 'open' and q.state <> 'offered'`,
    "open offer is of nothing that waits",
    "open offers are of nothing that waits",
  );
  if (repair && (entries || dangling)) {
    await inTransaction(async (tx) => {
      await tx.execute(sql`update offers set state = 'withdrawn' where id = any(${sql.param(dangling?.ids ?? [])}::bigint[])`);
      await tx.execute(sql`update offers set state = 'withdrawn' where state = 'open' and queue_entry_id = any(${sql.param(entries?.ids ?? [])}::bigint[])`);
      await tx.execute(sql`update queue_entries set state = 'left', ended_at = ${now().toISOString()}::timestamptz where id = any(${sql.param(entries?.ids ?? [])}::bigint[])`);
      await recordAudit(tx, doctor, "doctor.cleared_line", { kind: "queue", id: "all" }, { entries: entries?.ids ?? [], offers: dangling?.ids ?? [] });
    });
  }
  return [entries, dangling].flatMap((each) => (each ? [bad(area, each.text, repair ? "cleared" : undefined)] : []));
}

/** An agent's load is the chats that run and the offers that are open; a seat too many keeps customers waiting. */
async function seats(repair: boolean): Promise<Finding[]> {
  const truth = sql`(select count(*)::int from conversations c where c.agent_id = p.member_id and c.state = 'active')
    + (select count(*)::int from offers o where o.agent_id = p.member_id and o.state = 'open')`;
  const wrong = await found(sql`select p.member_id as id from ${agentPresence} p where p.load <> ${truth}`, "agent's load is miscounted", "agents' loads are miscounted");
  if (!wrong) return [];
  if (repair) {
    await inTransaction(async (tx) => {
      await tx.execute(sql`select 1 from agent_presence where member_id = any(${sql.param(wrong.ids)}::bigint[]) order by member_id for update`);
      await tx.execute(sql`update ${agentPresence} p set load = ${truth} where p.member_id = any(${sql.param(wrong.ids)}::bigint[])`);
      await recordAudit(tx, doctor, "doctor.recounted", { kind: "presence", id: "load" }, { agents: wrong.ids });
    });
  }
  return [bad(area, wrong.text, repair ? "counted again" : undefined)];
}
