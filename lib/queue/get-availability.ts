import { db, type Tx } from "@/db/client";
import { departmentOf, findDepartment } from "@/lib/departments/find-department";
import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { isOpen, nextOpen } from "@/lib/hours/calendar";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { loadShifts, type Shift } from "@/lib/shifts/load-shifts";
import { endsBefore, nextStaffed } from "@/lib/shifts/next-staffed";
import { findThread } from "@/lib/threads/find-thread";
import { estimateWait } from "./estimate-wait";
import type { Availability } from "./queue-view";
import { readPace, readSeats, type Seats } from "./read-seats";

/** More than this many waiting for each seat is no wait any more: callback and message remain. */
export const MOST_WAITING_PER_SEAT = 3;

type Target = { departmentId?: number; department?: string; threadId?: number };

/** Whether somebody is really there for a department or a thread; without either, the best of all departments. */
export async function getAvailability(actor: Actor, target: Target = {}): Promise<Availability> {
  const asked = target.departmentId ?? target.department;
  if (asked !== undefined) return availabilityOf(db, await findDepartment(asked));
  if (target.threadId !== undefined) {
    const department = await departmentOf(await findThread(db, actor, target.threadId));
    if (!department) throw new NotFound();
    return availabilityOf(db, department);
  }
  return bestOf(await listAvailabilities(db));
}

/** As one that does not know yet who is needed is told. While nobody is there, the first department speaks: it takes what is nobody's. */
export function bestOf(all: readonly Availability[]): Availability {
  const [best] = [...all].sort((a, b) => rank(a) - rank(b));
  return best ? { ...best, departmentId: null } : { departmentId: null, state: "closed", choices: ["message"] };
}

/** Of every department, from one reading of the seats. */
export async function listAvailabilities(tx: Pick<Tx, "select" | "execute">): Promise<Availability[]> {
  const [departments, seats] = await Promise.all([loadDepartments(tx), readSeats(tx)]);
  let loading: Promise<Shift[]> | undefined;
  const shifts = () => (loading ??= loadShifts(tx));
  return Promise.all(departments.map((department) => availabilityWith(tx, department, seats.get(department.id), shifts)));
}

/** As an act sees it inside its transaction. */
export async function availabilityOf(tx: Pick<Tx, "select" | "execute">, department: Department): Promise<Availability> {
  return availabilityWith(tx, department, (await readSeats(tx)).get(department.id), () => loadShifts(tx));
}

async function availabilityWith(
  tx: Pick<Tx, "execute">,
  { id: departmentId, calendar }: Department,
  known: Seats | undefined,
  loadAll: () => Promise<readonly Shift[]>,
): Promise<Availability> {
  const { seats = 0, freeSeats = 0, waiting = 0 } = known ?? {};
  // Not asked for while seats are free, which is when many come at once.
  const loadOwn = async () => (await loadAll()).filter((shift) => shift.departmentId === departmentId);
  if (!isOpen(calendar, now()) || seats === 0) {
    const back = nextStaffed(await loadOwn(), calendar, now());
    return {
      departmentId,
      state: "closed",
      choices: nextOpen(calendar, now()) ? ["callback", "message"] : ["message"],
      ...(back && { nextOpenAt: back.toISOString() }),
    };
  }
  const position = waiting + 1;
  if (freeSeats >= position) return { departmentId, state: "open", choices: ["chat", "callback", "message"] };

  const estimate = estimateWait({ position, seats, freeSeats, ...(await readPace(tx, { departmentId, seats })) });
  const full = waiting >= MOST_WAITING_PER_SEAT * seats;
  const shifts = await loadOwn();
  const turn = new Date(now().getTime() + ("p50Seconds" in estimate ? estimate.p50Seconds : 0) * 1_000);
  return {
    departmentId,
    state: "busy",
    choices: full || endsBefore(shifts, calendar, now(), turn) ? ["callback", "message"] : ["chat", "callback", "message"],
    position,
    ...("p50Seconds" in estimate && {
      waitSeconds: { p50: estimate.p50Seconds, p80: estimate.p80Seconds },
      bucket: estimate.bucket,
    }),
  };
}

function rank({ state }: Availability): number {
  return ["open", "busy", "closed"].indexOf(state);
}
