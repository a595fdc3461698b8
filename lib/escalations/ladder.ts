import { z } from "zod";
import { addBusiness, nextOpen } from "@/lib/hours/calendar";
import type { Calendar } from "@/lib/hours/input";

export const ladderActions = [
  "similar",
  "nudge_experts",
  "inbox",
  "offer_chat",
  "assign_owner",
  "alert_supervisor",
  "alert_lead",
] as const;
export type LadderAction = (typeof ladderActions)[number];

export type StopReason = "answered" | "declined" | "human_reply" | "solved";

export type LadderStep = {
  level: number;
  /** In the department's business minutes: a step cannot fall due outside its hours. */
  afterMinutes: number;
  action: LadderAction;
  stopsWhen: StopReason[];
  /** Runs again this often, a day after the last run or when the department opens after that. */
  repeat?: { daily: number };
};

/** One category's wishes: other minutes for an action, or null to leave it out. */
export const ladderOverride = z.array(
  z.object({ action: z.enum(ladderActions), afterMinutes: z.number().int().min(0).max(30_000).nullable() }),
);
export type LadderOverride = z.infer<typeof ladderOverride>;

/** Levels are unique within a ladder's due times; a repeated step has one for each run. */
export type DueStep = { level: number; action: LadderAction; dueAt: Date };

/** What is true of the thread when a step falls due. */
export type ThreadState = {
  /** Somebody other than the asker answered, and the asker has not said that it did not help. */
  answered: boolean;
  /** The asker declined the offer of a chat, or is in one. */
  declined: boolean;
  /** A member of staff wrote, publicly or in the conversation. */
  humanReply: boolean;
  solved: boolean;
  /** Not locked, merged, hidden or deleted. */
  open: boolean;
};

export const defaultLadder: LadderStep[] = [
  { level: 0, afterMinutes: 0, action: "similar", stopsWhen: ["solved"] },
  { level: 1, afterMinutes: 15, action: "nudge_experts", stopsWhen: ["answered"] },
  { level: 2, afterMinutes: 60, action: "inbox", stopsWhen: ["answered"] },
  { level: 3, afterMinutes: 90, action: "offer_chat", stopsWhen: ["declined", "answered"] },
  { level: 4, afterMinutes: 120, action: "assign_owner", stopsWhen: ["human_reply"] },
  { level: 5, afterMinutes: 8 * 60, action: "alert_supervisor", stopsWhen: ["human_reply"] },
  { level: 6, afterMinutes: 24 * 60, action: "alert_lead", stopsWhen: ["human_reply"], repeat: { daily: 9 } },
];

/** The ladder of a category, to be stored with the thread when it is posted. */
export function policyFor(override: LadderOverride | null | undefined): LadderStep[] {
  return defaultLadder
    .map((step) => ({ ...step, afterMinutes: minutesOf(step, override) }))
    .filter((step) => Number.isFinite(step.afterMinutes))
    .sort((a, b) => a.afterMinutes - b.afterMinutes || a.level - b.level)
    .map((step, level) => ({ ...step, level }));
}

/** When each step falls due, repeats included, in order. Steps that never would are left out. */
export function dueTimes(policy: LadderStep[], calendar: Calendar, postedAt: Date): DueStep[] {
  return policy
    .flatMap((step) => occurrences(step, calendar, postedAt))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .map((due, level) => ({ level, ...due }));
}

/**
 * `skip` leaves out this step only, so that a ladder goes on when the one answer is deleted or did not help;
 * `stop` ends it.
 */
export function decideStep(step: Pick<LadderStep, "stopsWhen">, state: ThreadState): "run" | "skip" | "stop" {
  if (state.solved || !state.open) return "stop";
  return step.stopsWhen.some((reason) => holds(reason, state)) ? "skip" : "run";
}

function holds(reason: StopReason, state: ThreadState): boolean {
  switch (reason) {
    case "answered":
      return state.answered;
    case "declined":
      return state.declined;
    case "human_reply":
      return state.humanReply || state.answered;
    case "solved":
      return state.solved;
  }
}

function occurrences(step: LadderStep, calendar: Calendar, postedAt: Date): Omit<DueStep, "level">[] {
  const due: Omit<DueStep, "level">[] = [];
  let dueAt = addBusiness(calendar, postedAt, step.afterMinutes);
  for (let repeats = step.repeat?.daily ?? 0; dueAt && repeats >= 0; repeats--) {
    due.push({ action: step.action, dueAt });
    dueAt = nextOpen(calendar, new Date(dueAt.getTime() + 24 * 3_600_000));
  }
  return due;
}

function minutesOf(step: LadderStep, override: LadderOverride | null | undefined): number {
  const wish = override?.find(({ action }) => action === step.action);
  return wish ? (wish.afterMinutes ?? Infinity) : step.afterMinutes;
}
