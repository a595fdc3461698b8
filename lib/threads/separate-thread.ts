import { and, desc, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threadMerges, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { countThread } from "./count-thread";
import { findThread } from "./find-thread";
import { divide } from "./merge-thread";
import { canMerge, SEPARATE_DAYS } from "./permissions";
import { showMerge } from "./show-merge";

/** Takes the merge of a thread back, while people still remember it. */
export async function separateThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const id = parseInput(idInput, input);
  return inTransaction(async (tx) => {
    const member = requireMember(actor);
    assertCan(canMerge(member));
    const merged = and(eq(threadMerges.threadId, id), isNull(threadMerges.takenBackAt));
    const [merge] = await tx.select().from(threadMerges).where(merged).orderBy(desc(threadMerges.id)).limit(1);
    if (!merge) throw new NotFound();
    if (merge.createdAt.getTime() < now().getTime() - SEPARATE_DAYS * 86_400_000) throw new Conflict("too_late", "error.thread.separateTooLate");
    const [first, second] = [Math.min(id, merge.intoId), Math.max(id, merge.intoId)];
    const both = [await findThread(tx, actor, first, { lock: true }), await findThread(tx, actor, second, { lock: true })];
    const thread = both.find((one) => one.id === id);
    if (thread?.mergedIntoId !== merge.intoId) return { id };
    await divide(tx, id, merge.intoId, merge.moved);
    await tx.update(threadMerges).set({ takenBackAt: now() }).where(eq(threadMerges.id, merge.id));
    await tx.update(threads).set({ status: "published", statusReason: null, mergedIntoId: null, version: thread.version + 1 }).where(eq(threads.id, id));
    await countThread(tx, thread, 1);
    await recordAudit(tx, member, "thread.separated", { kind: "thread", id }, { from: merge.intoId });
    await showMerge(tx, ...both);
    return { id };
  }, outer);
}
