import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { type FoundThread, findThread } from "./find-thread";
import { closeAsDuplicateInput } from "./input";
import { pagesOf } from "./pages-of";
import { canClose } from "./permissions";

/** Closes a thread in favour of the one that has the answer; `duplicateOf: null` opens it again. */
export async function closeAsDuplicate(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, duplicateOf } = parseInput(closeAsDuplicateInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canClose(member, thread));
    const original = duplicateOf === null ? null : await findOriginal(tx, actor, thread, duplicateOf);
    if (thread.duplicateOfId === (original?.id ?? null)) return { id };

    const closed = original ? { closedAt: now(), closedReason: "duplicate" } : { closedAt: null, closedReason: null };
    await tx
      .update(threads)
      .set({ ...closed, duplicateOfId: original?.id ?? null, version: thread.version + 1 })
      .where(eq(threads.id, id));
    const action = original ? "thread.closed" : "thread.reopened";
    await recordAudit(tx, member, action, { kind: "thread", id }, { duplicateOf: original?.id ?? null });
    // The pages of the originals, old and new, name their duplicates.
    const originals = [thread.duplicateOfId, original?.id].flatMap((each) => (each ? [`thread:${each}`] : []));
    await invalidatePages(tx, ...pagesOf(thread), ...originals);
    await publishToTopic(tx, `thread:${id}`, { type: action });
    await enqueue(tx, action, { threadId: id, duplicateOf: original?.id ?? null });
    await recordSearchChange(tx, "thread", id);
    return { id };
  }, outer);
}

/** Never itself, and never a chain: a duplicate of a duplicate points at the first. */
async function findOriginal(tx: Tx, actor: Actor, thread: FoundThread, id: number): Promise<FoundThread> {
  const wrong = new InvalidInput({ duplicateOf: { key: "error.thread.noOriginal" } });
  const original = await findThread(tx, actor, id).catch((error: unknown) => {
    throw error instanceof NotFound ? wrong : error;
  });
  if (original.id === thread.id || original.status !== "published") throw wrong;
  if (original.duplicateOfId === null) return original;
  if (original.duplicateOfId === thread.id) throw wrong;
  return findThread(tx, actor, original.duplicateOfId);
}
