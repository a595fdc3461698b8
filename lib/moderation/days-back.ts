import { now } from "@/lib/platform/clock";

const DAY_MS = 24 * 60 * 60 * 1000;

export function daysBack(days: number): Date {
  return new Date(now().getTime() - days * DAY_MS);
}
