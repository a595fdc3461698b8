import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { db } from "@/db/client";
import { findDepartment } from "@/lib/departments/find-department";
import type { Department } from "@/lib/departments/load-departments";
import { isOpen } from "@/lib/hours/calendar";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { readPace } from "@/lib/queue/read-seats";
import { loadShifts, type Shift } from "@/lib/shifts/load-shifts";
import { isPlanned } from "@/lib/shifts/next-staffed";
import { agentsFor } from "./erlang-c";
import { readDemand } from "./read-demand";
import type { StaffedHalfHour, StaffingView } from "./staffing-view";

/** Nine in ten get their first reply in the time that was promised. */
const SHARE = 0.9;
/** Fewer requests say nothing about a week. */
const FEWEST = 20;
const USUAL_SEATS = 3;

/**
 * How many agents each open half hour of the week needs for the promise to be kept, from those who came and those who were
 * refused in the last weeks; beside it who is planned. Whenever it is open it needs somebody, whoever comes.
 */
export async function suggestStaffing(actor: Actor, departmentId: number): Promise<StaffingView> {
  assertCan(isStaff(actor));
  const department = await findDepartment(departmentId);
  const [{ weeks, halfHours: held }, { meanSeatSeconds }, seatsEach, shifts] = await Promise.all([
    readDemand(department.id, department.calendar.zone),
    readPace(db, { departmentId, seats: 1 }),
    readSeatsEach(department.id),
    loadShifts(),
  ]);
  const own = shifts.filter((shift) => shift.departmentId === departmentId);
  const promiseSeconds = department.service.firstReplyMinutes * 60;
  const requests = held.reduce((sum, { arrivals }) => sum + arrivals, 0);
  const isEnough = requests >= FEWEST;
  const halfHours = middlesOfWeek(department).map(({ day, from, at }): StaffedHalfHour => {
    const { arrivals = 0, refused = 0, waitSeconds = null } = held.find((each) => each.day === day && each.from === from) ?? {};
    const perHour = (2 * arrivals) / weeks;
    const open = isOpen(department.calendar, at);
    const needed = agentsFor({ perHour, seatSeconds: meanSeatSeconds }, seatsEach, promiseSeconds, SHARE);
    return {
      day,
      from,
      open,
      arrivals: arrivals / weeks,
      refused,
      waitSeconds,
      needed: open && isEnough ? Math.max(1, needed) : null,
      planned: plannedAt(own, department, at),
    };
  });
  return { departmentId, weeks, requests, hasPlan: own.length > 0, seatsEach, seatSeconds: meanSeatSeconds, promiseMinutes: department.service.firstReplyMinutes, halfHours };
}

/** A quarter past and a quarter to each hour of next week, with its holidays and exceptions. */
function middlesOfWeek({ calendar }: Department): { day: number; from: string; at: Date }[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(calendar.zone).startOfDay();
  const monday = today.add({ days: 8 - today.dayOfWeek });
  return Array.from({ length: 7 * 48 }, (_, index) => {
    const day = Math.floor(index / 48);
    const from = Temporal.PlainTime.from("00:00").add({ minutes: 30 * (index % 48) });
    const at = monday.add({ days: day }).withPlainTime(from.add({ minutes: 15 }));
    return { day, from: from.toString({ smallestUnit: "minute" }), at: new Date(at.epochMilliseconds) };
  });
}

function plannedAt(shifts: readonly Shift[], { calendar }: Department, at: Date): number {
  return shifts.filter((shift) => isPlanned(shift, calendar, at)).length;
}

/** How many chats one agent of the department takes at the same time, on average. */
async function readSeatsEach(departmentId: number): Promise<number> {
  const { rows } = await db.execute<{ seats: number | null }>(sql`
    select avg(capacity)::float8 as seats from agent_presence p
    join department_members d on d.member_id = p.member_id where d.department_id = ${departmentId} and capacity > 0`);
  return Math.max(1, Math.round(rows[0]?.seats ?? USUAL_SEATS));
}
