import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { findDepartment } from "@/lib/departments/find-department";
import { now } from "@/lib/platform/clock";
import { perDatabase } from "@/lib/platform/per-database";
import { loadShifts } from "@/lib/shifts/load-shifts";
import { nextStaffed } from "@/lib/shifts/next-staffed";
import { estimateWait, steadyWait, type WaitEstimate } from "./estimate-wait";
import { queueOrder } from "./queue-order";
import type { QueuePlace } from "./queue-view";
import { readPace, readSeats } from "./read-seats";

export type Place = QueuePlace & { conversationId: number; askerId: number; departmentId: number; /** Handed over by somebody who still has it: the customer does not know. */ handedOver: boolean };
type Row = { agent_id: string | null } & Record<"id" | "conversation_id" | "asker_id" | "state" | "enqueued_at" | "deadline_at", string>;

/** What each waiting person was shown last in this process: the text may get longer once a minute only. */
const shownWaits = perDatabase("shown-waits", () => new Map<number, { estimate: WaitEstimate; raisedAt: Date }>());

/** Everybody who waits for a department, in the order of service, with an honest wait. */
export async function readPlaces(tx: Pick<Tx, "select" | "execute">, departmentId: number): Promise<Place[]> {
  const { rows } = await tx.execute<Row>(sql`
    select queue_entries.id, queue_entries.conversation_id, conversations.asker_id, conversations.agent_id, queue_entries.state,
      queue_entries.enqueued_at, queue_entries.deadline_at
    from queue_entries
    join conversations on conversations.id = queue_entries.conversation_id
    join threads on threads.id = conversations.thread_id
    where queue_entries.department_id = ${departmentId} and queue_entries.state in ('waiting', 'offered')
    order by queue_entries.state = 'offered' desc, ${queueOrder()}`);
  if (rows.length === 0) return [];
  const { seats = 0, freeSeats = 0 } = (await readSeats(tx)).get(departmentId) ?? {};
  const pace = seats > 0 ? await readPace(tx, { departmentId, seats }) : { meanSeatSeconds: 0, correction: 1 };
  const backAt = seats > 0 ? null : await readBack(tx, departmentId);
  let waitingBefore = 0;
  return rows.map((row, index) => {
    const offered = row.state === "offered";
    // Those who are being offered have a seat reserved already.
    const estimate = offered ? { now: true as const } : estimateWait({ position: ++waitingBefore, seats, freeSeats, ...pace });
    return {
      entryId: Number(row.id),
      conversationId: Number(row.conversation_id),
      askerId: Number(row.asker_id),
      departmentId,
      position: index + 1,
      offered,
      handedOver: row.agent_id !== null,
      enqueuedAt: new Date(row.enqueued_at),
      deadlineAt: new Date(row.deadline_at),
      backAt,
      ...toldWait(Number(row.id), estimate),
    };
  });
}

/** When somebody will be there for those who wait while nobody is. */
async function readBack(tx: Pick<Tx, "select">, departmentId: number): Promise<Date | null> {
  const [{ calendar }, shifts] = await Promise.all([findDepartment(departmentId, tx), loadShifts(tx)]);
  return nextStaffed(shifts.filter((shift) => shift.departmentId === departmentId), calendar, now());
}

function toldWait(entryId: number, next: WaitEstimate): Pick<QueuePlace, "waitSeconds" | "bucket"> {
  const shown = shownWaits();
  const steady = steadyWait(shown.get(entryId) ?? null, next, now());
  if (shown.size > 5_000) shown.clear();
  shown.set(entryId, steady);
  const { estimate } = steady;
  if ("none" in estimate) return { waitSeconds: null, bucket: null };
  if ("now" in estimate) return { waitSeconds: { p50: 0, p80: 0 }, bucket: "now" };
  return { waitSeconds: { p50: estimate.p50Seconds, p80: estimate.p80Seconds }, bucket: estimate.bucket };
}
