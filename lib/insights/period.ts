import { Temporal } from "temporal-polyfill";
import { timeZone } from "@/lib/platform/i18n/format";

export const periodNames = ["days", "weeks", "quarter"] as const;
export type PeriodName = (typeof periodNames)[number];

/** How many parts a chart shows, and how many days each is long. */
const shapes: Record<PeriodName, { parts: number; days: 1 | 7 }> = {
  days: { parts: 7, days: 1 },
  weeks: { parts: 4, days: 7 },
  quarter: { parts: 12, days: 7 },
};

export type Part = { start: Date; end: Date };
export type Period = { name: PeriodName; days: 1 | 7; parts: Part[]; from: Date; to: Date; /** As long, right before it. */ before: Part };

/** Whole days, or whole weeks from Monday on, by the company's clock; the last part is the present one. */
export function periodOf(name: PeriodName, now: Date): Period {
  const { parts: count, days } = shapes[name];
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).startOfDay();
  const last = days === 7 ? today.subtract({ days: today.dayOfWeek - 1 }) : today;
  const at = (part: number) => new Date(last.add({ days: days * part }).epochMilliseconds);
  const parts = Array.from({ length: count }, (_, index) => ({ start: at(index - count + 1), end: at(index - count + 2) }));
  const from = at(1 - count);
  return { name, days, parts, from, to: at(1), before: { start: at(1 - 2 * count), end: from } };
}

export function isWithin({ start, end }: Part, date: Date): boolean {
  return start <= date && date < end;
}

/** Weekday (Monday is 0) and hour by the company's clock. */
export function wallClock(date: Date): { day: number; hour: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
  return { day: local.dayOfWeek - 1, hour: local.hour };
}
