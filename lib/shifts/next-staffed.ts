import { isOpen, nextOpen } from "@/lib/hours/calendar";
import type { Calendar } from "@/lib/hours/input";
import { nextBothOpen } from "@/lib/hours/next-both-open";
import type { Shift } from "./load-shifts";

/** Whether somebody is planned to be there at that moment, in the opening hours of the department. */
export function isPlanned({ plan }: Pick<Shift, "plan">, hours: Calendar, t: Date): boolean {
  return isOpen(hours, t) && isOpen(plan, t);
}

/**
 * When somebody will be there again: the next planned shift within the hours. A department without any plan is
 * there when it opens; of one that is open though nobody came, nothing can be said.
 */
export function nextStaffed(shifts: readonly Pick<Shift, "plan">[], hours: Calendar, t: Date): Date | null {
  if (shifts.length === 0) return isOpen(hours, t) ? null : nextOpen(hours, t);
  const begins = shifts.flatMap(({ plan }) => {
    // Whoever should be there and is not is late: no time can be told for them.
    const from = isPlanned({ plan }, hours, t) ? null : nextBothOpen(hours, plan, t);
    return from ? [from.getTime()] : [];
  });
  return begins.length > 0 ? new Date(Math.min(...begins)) : null;
}

/** Somebody is planned to be there now and nobody at the later time: who would come to wait so long waits in vain. */
export function endsBefore(shifts: readonly Pick<Shift, "plan">[], hours: Calendar, now: Date, later: Date): boolean {
  const isStaffed = (t: Date) => (shifts.length === 0 ? isOpen(hours, t) : shifts.some((shift) => isPlanned(shift, hours, t)));
  return isStaffed(now) && !isStaffed(later);
}
