import { businessBetween, nextOpen } from "@/lib/hours/calendar";
import type { Calendar } from "@/lib/hours/input";

export const SLOT_MS = 30 * 60_000;
/** Nobody is called sooner than this after asking for it. */
const LEAD_MS = 15 * 60_000;
const HORIZON_MS = 14 * 86_400_000;
const MOST = 120;

/** When a department calls: in its hours, and where shifts are planned within one of them. */
export type CallHours = { calendar: Calendar; shifts: readonly { plan: Calendar }[] };

/** Half hours, wholly inside these hours, that still have a free line; the next hundred and twenty within a fortnight. */
export function freeSlots(hours: CallHours, now: Date, taken: ReadonlyMap<number, number>, lines: number): Date[] {
  const free: Date[] = [];
  const end = now.getTime() + HORIZON_MS;
  for (let at = roundUp(now.getTime() + LEAD_MS); at < end && free.length < MOST; at += SLOT_MS) {
    const opens = nextOpen(hours.calendar, new Date(at))?.getTime();
    if (opens === undefined) break;
    at = Math.max(at, roundUp(opens));
    if (at < end && isStaffedThroughout(hours, at) && (taken.get(at) ?? 0) < lines) free.push(new Date(at));
  }
  return free;
}

/** Whether calls are made at that time at all, however many are booked already. */
export function isCallSlot(hours: CallHours, now: Date, startsAt: Date): boolean {
  const at = startsAt.getTime();
  const inTime = at >= now.getTime() + LEAD_MS && at < now.getTime() + HORIZON_MS;
  return inTime && at % SLOT_MS === 0 && isStaffedThroughout(hours, at);
}

function isStaffedThroughout({ calendar, shifts }: CallHours, at: number): boolean {
  return isOpenThroughout(calendar, at) && (shifts.length === 0 || shifts.some(({ plan }) => isOpenThroughout(plan, at)));
}

function isOpenThroughout(calendar: Calendar, at: number): boolean {
  return businessBetween(calendar, new Date(at), new Date(at + SLOT_MS)) === SLOT_MS / 60_000;
}

function roundUp(at: number): number {
  return Math.ceil(at / SLOT_MS) * SLOT_MS;
}
