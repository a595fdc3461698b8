import { and, eq, gt, lt } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, members } from "@/db/schema";
import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { closesAt } from "@/lib/hours/calendar";
import { nextBothOpen } from "@/lib/hours/next-both-open";
import { system } from "@/lib/members/actor";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import { isThere } from "@/lib/presence/is-there";
import { loadShifts, type Shift } from "./load-shifts";
import { isPlanned } from "./next-staffed";

/** So long before the end an agent is offered nothing new: a chat takes about as long. */
const DRAIN_MS = 10 * 60_000;
/** A shift that began longer ago is not asked for any more; a worker may have stood still. */
const LATE_MS = 5 * 60_000;

type Planned = { shift: Shift; department: Department };

/** Each minute: whose shift begins is asked to go online, whose shift ends soon is offered nothing new. */
export async function keepShifts(): Promise<void> {
  const [departments, shifts] = await Promise.all([loadDepartments(), loadShifts()]);
  const time = now();
  const planned = shifts.flatMap((shift) => {
    const department = departments.find(({ id }) => id === shift.departmentId);
    return department && isPlanned(shift, department.calendar, time) ? [{ shift, department }] : [];
  });
  for (const each of planned) await askToCome(each);
  for (const memberId of new Set(planned.map(({ shift }) => shift.memberId))) {
    await drainBefore(memberId, lastEnd(planned.filter(({ shift }) => shift.memberId === memberId), time));
  }
}

async function askToCome({ shift: { memberId, departmentId, plan }, department }: Planned): Promise<void> {
  const time = now();
  const begins = nextBothOpen(department.calendar, plan, new Date(time.getTime() - LATE_MS));
  if (!begins || begins.getTime() <= time.getTime() - LATE_MS) return;
  const [agent] = await db
    .select({ locale: members.locale, presence: agentPresence })
    .from(members)
    .leftJoin(agentPresence, eq(agentPresence.memberId, members.id))
    .where(eq(members.id, memberId));
  if (!agent || isThere(agent.presence)) return;
  await inTransaction((tx) =>
    notify(tx, {
      memberId,
      kind: "shift_begins",
      path: "/staff/inbox",
      values: { title: department.name[agent.locale] },
      actorId: null,
      dedupeKey: `shift:${departmentId}:${begins.toISOString()}`,
    }),
  );
}

/** The end of the last of these shifts; whoever goes on elsewhere does not end. */
function lastEnd(planned: Planned[], time: Date): Date | null {
  const ends = planned.map(({ shift, department }) => {
    const times = [closesAt(shift.plan, time), closesAt(department.calendar, time)].flatMap((end) => end?.getTime() ?? []);
    return Math.min(...times);
  });
  const end = Math.max(...ends);
  return Number.isFinite(end) ? new Date(end) : null;
}

/** Once for each end: whoever declares themselves online again in these minutes means it. */
async function drainBefore(memberId: number, end: Date | null): Promise<void> {
  const time = now();
  const from = end && new Date(end.getTime() - DRAIN_MS);
  if (!from || time < from) return;
  await inTransaction(async (tx) => {
    const [drained] = await tx
      .update(agentPresence)
      .set({ state: "draining", stateSince: time })
      .where(
        and(
          eq(agentPresence.memberId, memberId),
          eq(agentPresence.state, "online"),
          gt(agentPresence.leaseUntil, time),
          lt(agentPresence.stateSince, from),
        ),
      )
      .returning({ id: agentPresence.memberId });
    if (!drained) return;
    await publishToMembers(tx, [memberId], { type: "presence.changed", state: "draining" });
    await recordAudit(tx, system("shifts"), "presence.draining", { kind: "member", id: memberId });
  });
}
