import type { Calendar, CalendarException, Interval } from "@/lib/hours/input";
import { publicHolidays } from "@/lib/hours/public-holidays";

const DAY = 86_400_000;
const FULL_DAY = 1440;

/** Minutes since local midnight, end exclusive; an end past 1440 runs into the next day. */
type Shift = { start: number; end: number };
type Plan = { weekly: Shift[][]; exceptions: Array<CalendarException & { shifts: Shift[] }> };

const plans = new WeakMap<Calendar, Plan>();

/**
 * When a calendar is open on one local day (days since 1970-01-01 by the wall clock): minutes since
 * midnight, merged, in order. A shift belongs to the day it begins on: one that runs past midnight is
 * worked to its end even if the next day is a holiday, and falls away if the day it begins on is one.
 */
export function openMinutes(calendar: Calendar, day: number): Shift[] {
  const begun = shiftsBeginning(calendar, day);
  const carried = shiftsBeginning(calendar, day - 1).filter((shift) => shift.end > FULL_DAY);
  if (carried.length === 0 && begun.length < 2) return begun.map(clipToDay);
  return merge([...carried.map(({ end }) => ({ start: 0, end: end - FULL_DAY })), ...begun.map(clipToDay)]);
}

/** False when no day can be open, whatever the date. */
export function hasAnyShift(calendar: Calendar): boolean {
  const plan = planOf(calendar);
  return (
    plan.weekly.some((shifts) => shifts.length > 0) || plan.exceptions.some(({ shifts }) => shifts.length > 0)
  );
}

function shiftsBeginning(calendar: Calendar, day: number): Shift[] {
  const plan = planOf(calendar);
  const exceptionOrHoliday = plan.exceptions.length > 0 || calendar.holidays !== undefined;
  const usual = plan.weekly[weekday(day)] ?? [];
  if (!exceptionOrHoliday) return usual;

  const date = new Date(day * DAY).toISOString().slice(0, 10);
  const exception = plan.exceptions.findLast((candidate) => covers(candidate, date));
  if (exception) return exception.shifts;
  const { land } = calendar.holidays ?? {};
  return land && publicHolidays(land, Number(date.slice(0, 4))).has(date) ? [] : usual;
}

function planOf(calendar: Calendar): Plan {
  let plan = plans.get(calendar);
  if (!plan) plans.set(calendar, (plan = makePlan(calendar)));
  return plan;
}

function makePlan({ weekly, exceptions }: Calendar): Plan {
  return {
    weekly: Array.from({ length: 7 }, (_, day) =>
      toShifts(weekly.filter((interval) => interval.day === day)),
    ),
    exceptions: exceptions.map((exception) => ({
      ...exception,
      shifts: exception.closed ? [] : toShifts(exception.intervals),
    })),
  };
}

function toShifts(intervals: Interval[]): Shift[] {
  return intervals.map(({ from, to }) => {
    const start = toMinutes(from);
    const end = toMinutes(to);
    return { start, end: end > start ? end : end + FULL_DAY };
  });
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function covers({ from, to, repeatYearly }: CalendarException, date: string): boolean {
  if (!repeatYearly) return from <= date && date <= to;
  if (date < from) return false;
  const [first, last, today] = [from.slice(5), to.slice(5), date.slice(5)];
  // Christmas to Epiphany: the range goes over New Year.
  return first <= last ? first <= today && today <= last : first <= today || today <= last;
}

/** 1970-01-01 was a Thursday; Monday is 0. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function clipToDay({ start, end }: Shift): Shift {
  return { start, end: Math.min(end, FULL_DAY) };
}

function merge(shifts: Shift[]): Shift[] {
  const merged: Shift[] = [];
  for (const shift of shifts.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && shift.start <= last.end) last.end = Math.max(last.end, shift.end);
    else merged.push({ ...shift });
  }
  return merged;
}
