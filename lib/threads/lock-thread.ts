import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { findThread } from "./find-thread";
import { lockThreadInput } from "./input";
import { pagesOf } from "./pages-of";
import { canLock } from "./permissions";

/** Ends or resumes writing in a thread. Reading, voting and accepting go on. */
export async function lockThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; locked: boolean }> {
  const { id, locked, reason } = parseInput(lockThreadInput, input);
  // It stands on the page for whoever wanted to write there.
  if (locked && !reason) throw new InvalidInput({ reason: { key: "error.required" } });
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canLock(member));
    if ((thread.lockedAt !== null) === locked) return { id, locked };
    await tx
      .update(threads)
      .set({ lockedAt: locked ? now() : null, lockedReason: locked ? reason : null, version: thread.version + 1 })
      .where(eq(threads.id, id));
    const action = locked ? "thread.locked" : "thread.unlocked";
    await recordAudit(tx, member, action, { kind: "thread", id }, { reason });
    await invalidatePages(tx, ...pagesOf(thread));
    await publishToTopic(tx, `thread:${id}`, { type: action });
    await enqueue(tx, action, { threadId: id, reason });
    return { id, locked };
  }, outer);
}
