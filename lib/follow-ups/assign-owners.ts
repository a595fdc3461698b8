import { eq, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { followUps } from "@/db/schema";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";

/** So long somebody who was refused may still choose another way, before anybody is called. */
const CHOOSING_MS = 10 * 60_000;

type Row = { id: string; kind: string; department_id: string; owner_id: string | null; agent_id: string | null; thread_id: string; title: string; overdue: boolean };

/** Everything open is somebody's, who hears of it; once more when it is overdue. Whoever is gone is replaced. */
export async function assignOwners(): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  const settled = sql`${new Date(now().getTime() - CHOOSING_MS).toISOString()}::timestamptz`;
  const { rows } = await db.execute<Row>(sql`
    select f.id, f.kind, f.department_id, c.agent_id, t.id as thread_id, t.title, f.due_at <= ${time} as overdue,
      case when owner.deactivated_at is null and owner.role in ('agent', 'manager', 'admin') then owner.id end as owner_id
    from follow_ups f
    join threads t on t.id = f.thread_id
    left join conversations c on c.id = f.conversation_id
    left join members owner on owner.id = f.owner_id
    where f.ended_at is null and (f.kind <> 'refused' or f.happened_at <= ${settled})
      and ((f.due_at <= ${time} and f.reminded_at is null)
        or f.owner_id is null or owner.deactivated_at is not null or owner.role in ('member', 'expert'))
    order by f.id limit 200`);
  await eachAlone(rows, (row) => inTransaction((tx) => giveTo(tx, row)));
}

async function giveTo(tx: Tx, { id: given, owner_id, overdue, thread_id, title, ...row }: Row): Promise<void> {
  const id = Number(given);
  const ownerId = owner_id === null ? await pickOwner(tx, row) : Number(owner_id);
  if (ownerId === null) return;
  await tx
    .update(followUps)
    .set({ ownerId, ...(overdue && { remindedAt: now() }) })
    .where(eq(followUps.id, id));
  await notify(tx, {
    memberId: ownerId,
    kind: overdue ? "follow_up_due" : "follow_up",
    path: `/staff/queue/follow-ups?id=${id}`,
    values: { title },
    actorId: null,
    threadId: Number(thread_id),
    dedupeKey: `follow_up:${id}:${overdue ? "due" : "given"}`,
  });
}

/** Whoever had it, but not to hear complaints about themselves; else whoever of the department has the fewest to make good. */
async function pickOwner(tx: Tx, { kind, department_id, agent_id }: Pick<Row, "kind" | "department_id" | "agent_id">): Promise<number | null> {
  const had = sql`coalesce(m.id = ${agent_id}::bigint, false)`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from members m
    left join department_members d on d.member_id = m.id and d.department_id = ${department_id}
    where m.deactivated_at is null and (m.role = 'manager' or (m.role in ('agent', 'admin') and d.member_id is not null))
    order by ${kind === "rated" ? sql`${had}` : sql`not ${had}`}, d.member_id is null,
      (select count(*) from follow_ups f where f.owner_id = m.id and f.ended_at is null), m.id
    limit 1`);
  return rows[0] ? Number(rows[0].id) : null;
}
