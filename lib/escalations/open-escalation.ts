import { desc, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { categories, escalations, escalationSteps } from "@/db/schema";
import { departmentOf } from "@/lib/departments/find-department";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { findThread, type FoundThread } from "@/lib/threads/find-thread";
import { dueTimes, type LadderOverride, ladderOverride, policyFor } from "./ladder";

const worker = system("escalations");

/** A question was asked: its ladder begins, with the policy and the due times of this moment. */
export async function openEscalation({ threadId }: { threadId: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const thread = await findLadderThread(tx, threadId);
    if (!thread) return;
    const [before] = await tx.select({ id: escalations.id }).from(escalations).where(eq(escalations.threadId, threadId)).limit(1);
    if (!before) await beginCycle(tx, thread, 1, thread.createdAt);
  });
}

/** Only published questions climb; a job may come after the thread is gone. Holds the thread's row. */
export async function findLadderThread(tx: Tx, threadId: number): Promise<FoundThread | null> {
  const thread = await findThread(tx, worker, threadId, { lock: true }).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return thread?.kind === "question" && thread.status === "published" ? thread : null;
}

/** The next cycle of a thread's ladder; none where no department looks after it. */
export async function beginCycle(tx: Tx, thread: FoundThread, cycle: number, startedAt: Date): Promise<void> {
  const department = await departmentOf(thread, tx);
  if (!department) return;
  const policy = policyFor(await readOverride(tx, thread));
  const [row] = await tx
    .insert(escalations)
    .values({ threadId: thread.id, askerId: thread.authorId, departmentId: department.id, cycle, policy, startedAt })
    .onConflictDoNothing()
    .returning({ id: escalations.id });
  if (!row) return;
  const steps = dueTimes(policy, department.calendar, startedAt);
  if (steps.length > 0) await tx.insert(escalationSteps).values(steps.map((step) => ({ ...step, escalationId: row.id })));
  await recordAudit(tx, worker, "escalation.opened", { kind: "escalation", id: row.id }, { threadId: thread.id, cycle });
}

/** The nearest category above that says something of its own. */
async function readOverride(tx: Tx, { categoryPath }: FoundThread): Promise<LadderOverride | null> {
  for (const id of categoryPath) {
    const [category] = await tx.select({ ladder: categories.ladder }).from(categories).where(eq(categories.id, id));
    const parsed = ladderOverride.safeParse(category?.ladder);
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** The newest cycle of a thread, its row held. */
export async function lastCycle(tx: Tx, threadId: number) {
  const [last] = await tx
    .select()
    .from(escalations)
    .where(eq(escalations.threadId, threadId))
    .orderBy(desc(escalations.cycle))
    .limit(1)
    .for("no key update");
  return last ?? null;
}
