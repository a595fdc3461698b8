import { now } from "@/lib/platform/clock";

export const sinceNames = ["week", "month", "year"] as const;
export type Since = (typeof sinceNames)[number];

const days = { week: 7, month: 30, year: 365 };

/** From when on something was written within the last week, month or year. */
export function startOf(since: Since): Date {
  return new Date(now().getTime() - days[since] * 86_400_000);
}
