import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { findThread } from "./find-thread";
import { pinThreadInput } from "./input";
import { pagesOf } from "./pages-of";
import { canPin } from "./permissions";

/** Keeps a thread at the top of its category and, when it is an announcement, of the home page. */
export async function pinThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; pinned: boolean }> {
  const { id, pinned } = parseInput(pinThreadInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canPin(member));
    if ((thread.pinnedAt !== null) === pinned) return { id, pinned };
    await tx
      .update(threads)
      .set({ pinnedAt: pinned ? now() : null })
      .where(eq(threads.id, id));
    const action = pinned ? "thread.pinned" : "thread.unpinned";
    await recordAudit(tx, member, action, { kind: "thread", id });
    await invalidatePages(tx, ...pagesOf(thread));
    await enqueue(tx, action, { threadId: id });
    return { id, pinned };
  }, outer);
}
