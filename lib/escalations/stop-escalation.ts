import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers, escalations, escalationSteps } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { FoundThread } from "@/lib/threads/find-thread";
import { beginCycle, findLadderThread, lastCycle } from "./open-escalation";

type Escalation = typeof escalations.$inferSelect;

/** The question is solved, its asker was helped elsewhere, or it is no question any more: nothing of its ladder is left to do. */
export async function stopEscalation({ threadId }: { threadId: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const thread = await findLadderThread(tx, threadId);
    const solved = thread !== null && (thread.state === "solved" || (await wasHelped(tx, thread)));
    if (thread && !solved && thread.closedAt === null && thread.lockedAt === null) return;
    const cycle = await lastCycle(tx, threadId);
    if (cycle && !cycle.stoppedAt) await stopCycle(tx, cycle, solved ? "solved" : "closed");
  });
}

/** By what the community had already, while they waited. */
async function wasHelped(tx: Tx, { id, authorId }: FoundThread): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`select 1 from conversations where thread_id = ${id} and asker_id = ${authorId} and state = 'answered'`);
  return rowCount !== 0;
}

/** The answer did not help, or is no solution any more: the ladder begins anew from now. Runs once for each cause. */
export async function restartEscalation({ threadId, answerId }: { threadId: number; answerId: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const thread = await findLadderThread(tx, threadId);
    if (!thread || thread.state === "solved") return;
    const cycle = await lastCycle(tx, threadId);
    const [answer] = await tx.select({ rejectedAt: answers.rejectedAt }).from(answers).where(eq(answers.id, answerId));
    const since = answer?.rejectedAt ?? null;
    if (cycle && !cycle.stoppedAt) {
      // Taking the mark back leaves an open cycle as it is; a rejection after its start begins the next one.
      if (since === null || cycle.startedAt >= since) return;
      await stopCycle(tx, cycle, "rejected");
    }
    await beginCycle(tx, thread, (cycle?.cycle ?? 0) + 1, now());
  });
}

export async function stopCycle(tx: Tx, { id, threadId }: Escalation, cause: string): Promise<void> {
  await tx.update(escalations).set({ state: "stopped", stoppedAt: now(), stopCause: cause }).where(eq(escalations.id, id));
  await tx
    .update(escalationSteps)
    .set({ doneAt: now(), outcome: "stopped" })
    .where(and(eq(escalationSteps.escalationId, id), isNull(escalationSteps.doneAt)));
  await recordAudit(tx, system("escalations"), "escalation.stopped", { kind: "escalation", id }, { threadId, cause });
}
