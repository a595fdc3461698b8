import { type SQL, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, offers } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { expireLeases } from "@/lib/presence/expire-leases";
import { findStuck, STUCK_AFTER_MS, type StuckKind, stuckKinds } from "@/lib/queue/find-stuck";
import { missOffers } from "@/lib/queue/miss-offers";
import { putRight } from "@/lib/queue/put-right";
import { bad, count, type Finding, fine } from "./finding";

const area = "chat";
const doctor = system("doctor");

/** Whether anybody waits who is in no line, or holds an offer, a seat or a lease that ended long ago. */
export async function checkLine({ repair }: { repair: boolean }): Promise<Finding[]> {
  const late = new Date(now().getTime() - STUCK_AFTER_MS).toISOString();
  const overdue = [
    await found(sql`select id from ${offers} where state = 'open' and expires_at < ${late}::timestamptz`, "offer ended long ago and is still open", "offers ended long ago and are still open"),
    await found(sql`select member_id as id from ${agentPresence} where state <> 'offline' and lease_until < ${late}::timestamptz`, "agent counts as there without a sign of life", "agents count as there without a sign of life"),
  ].flatMap((each) => each ?? []);
  if (repair && overdue.length > 0) {
    await expireLeases();
    await missOffers();
  }
  const findings = overdue.map(({ text }) => bad(area, text, repair ? "ended" : undefined));
  findings.push(...(await stuck(repair)), ...(await seats(repair)));
  return findings.length > 0 ? findings : [fine(area, "every conversation, offer, seat and lease is in order")];
}

async function found(query: SQL, one: string, many: string): Promise<{ ids: number[]; text: string } | null> {
  const { rows } = await db.execute<{ id: string }>(query);
  return rows.length === 0 ? null : { ids: rows.map(({ id }) => Number(id)), text: count(rows.length, one, many) };
}

const told: Record<StuckKind, [one: string, many: string]> = {
  nowhere: ["conversation waits and stands in no line", "conversations wait and stand in no line"],
  nobodys: ["running conversation is nobody's", "running conversations are nobody's"],
  out_of_step: [
    "place in the line and its offer disagree",
    "places in the line and their offers disagree",
  ],
  leftover: [
    "place in the line is of a conversation that no longer waits",
    "places in the line are of conversations that no longer wait",
  ],
  transfer: ["handing over is offered to nobody", "handings over are offered to nobody"],
  overdue: [
    "conversation waits beyond its promised time",
    "conversations wait beyond their promised time",
  ],
  owner_gone: [
    "conversation is with somebody who is gone",
    "conversations are with somebody who is gone",
  ],
};

async function stuck(repair: boolean): Promise<Finding[]> {
  const all = await findStuck();
  for (const { conversationId } of repair ? all : []) await putRight(doctor, conversationId);
  return stuckKinds.flatMap((kind) => {
    const found = all.filter((each) => each.kind === kind).length;
    return found === 0 ? [] : [bad(area, count(found, ...told[kind]), repair ? "put right" : undefined)];
  });
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
