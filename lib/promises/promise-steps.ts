import type { Targets } from "@/lib/departments/targets-for";
import { addBusiness } from "@/lib/hours/calendar";
import type { Calendar } from "@/lib/hours/input";

export const metrics = ["first_reply", "next_reply", "message", "callback", "resolution"] as const;
/** What somebody waits for. */
export type Metric = (typeof metrics)[number];

/** Owner, department, supervisor, lead: the third hears when the promise breaks, two before and one after. */
const shares: Record<Metric, readonly number[]> = {
  first_reply: [0.5, 0.8, 1, 1.2],
  next_reply: [0.4, 0.8, 1, 1.4],
  message: [0.5, 0.8, 1, 1.2],
  callback: [0, 0.5, 1, 1.5],
  resolution: [0.5, 0.8, 1, 1.2],
};
const BREACH = 2;

/** Until when, and when who is told: business minutes of the department, as its targets are at this moment. */
export function promiseSteps(metric: Metric, startedAt: Date, calendar: Calendar, targets: Targets): { dueAt: Date; steps: string[] } {
  const { firstReplyMinutes, nextReplyMinutes, messageMinutes, resolutionMinutes } = targets;
  const minutes = { first_reply: firstReplyMinutes, next_reply: nextReplyMinutes, message: messageMinutes, callback: firstReplyMinutes, resolution: resolutionMinutes }[metric];
  const steps = shares[metric].map((share) => addBusiness(calendar, startedAt, minutes * share) ?? new Date(startedAt.getTime() + minutes * share * 60_000));
  return { dueAt: steps[BREACH] ?? startedAt, steps: steps.map((step) => step.toISOString()) };
}
