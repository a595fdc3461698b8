import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { escalations, escalationSteps } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { decideStep, type LadderAction, type LadderStep } from "./ladder";
import { findLadderThread } from "./open-escalation";
import { readLadderState } from "./read-ladder-state";
import { stepActions } from "./step-actions";
import { stopCycle } from "./stop-escalation";

export type Escalation = typeof escalations.$inferSelect;

/**
 * Runs every step of every ladder that is due, in order. Each step once, however often and in how many processes
 * this runs: the escalation's row is held, and a step is marked in the transaction that does it.
 */
export async function runDueSteps(): Promise<number> {
  const due = await db
    .selectDistinct({ id: escalationSteps.escalationId })
    .from(escalationSteps)
    .where(and(isNull(escalationSteps.doneAt), lte(escalationSteps.dueAt, now())));
  let done = 0;
  for (const { id } of due) {
    try {
      done += await inTransaction((tx) => climb(tx, id));
    } catch (error) {
      // One thread's trouble must not hold up the others; it is tried again in a minute.
      log.error(`escalation ${id} could not be taken further`, error);
    }
  }
  return done;
}

async function climb(tx: Tx, escalationId: number): Promise<number> {
  const [place] = await tx.select({ threadId: escalations.threadId }).from(escalations).where(eq(escalations.id, escalationId));
  if (!place) return 0;
  // The thread before its ladder, as everywhere.
  const thread = await findLadderThread(tx, place.threadId);
  const [escalation] = await tx.select().from(escalations).where(eq(escalations.id, escalationId)).for("no key update");
  if (!escalation) return 0;
  const steps = await tx
    .select()
    .from(escalationSteps)
    .where(and(eq(escalationSteps.escalationId, escalationId), isNull(escalationSteps.doneAt), lte(escalationSteps.dueAt, now())))
    .orderBy(asc(escalationSteps.level));
  let done = 0;
  for (const step of steps) {
    const state = thread && (await readLadderState(tx, thread, escalation));
    // After a pause several repeats of one step are due at once: one is enough.
    const repeated = steps.some(({ action, level }) => action === step.action && level > step.level);
    const asked = state ? decideStep({ stopsWhen: stopsWhenOf(escalation, step.action) }, state) : "stop";
    const decision = asked === "run" && repeated ? "skip" : asked;
    if (!thread || !state || decision === "stop") {
      await stopCycle(tx, escalation, state?.solved ? "solved" : "closed");
      return done;
    }
    if (decision === "run") await stepActions[step.action as LadderAction](tx, thread, escalation, step.level);
    await tx
      .update(escalationSteps)
      .set({ doneAt: now(), outcome: decision === "run" ? "run" : "skipped" })
      .where(and(eq(escalationSteps.escalationId, escalationId), eq(escalationSteps.level, step.level)));
    const { id } = escalation;
    await recordAudit(tx, system("escalations"), `escalation.${step.action}`, { kind: "escalation", id }, { level: step.level, decision });
    done += 1;
  }
  return done;
}

/** As the policy said when the question was asked. */
function stopsWhenOf({ policy }: Escalation, action: string): LadderStep["stopsWhen"] {
  return (policy as LadderStep[]).find((step) => step.action === action)?.stopsWhen ?? ["solved"];
}
