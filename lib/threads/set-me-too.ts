import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { meToos, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { changeSubscription } from "./change-subscription";
import { findThread } from "./find-thread";
import { setMeTooInput } from "./input";
import { pagesOf } from "./pages-of";
import { canMeToo } from "./permissions";

/** "I have this too": counted once a member, and from then on they hear how it goes on. */
export async function setMeToo(actor: Actor, input: unknown, outer?: Tx): Promise<{ on: boolean; meTooCount: number }> {
  const { id, on } = parseInput(setMeTooInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canMeToo(member, thread));
    if (!(await change(tx, id, member.id, on))) return { on, meTooCount: thread.meTooCount };

    if (on) await changeSubscription(tx, id, member.id, true);
    const [row] = await tx
      .update(threads)
      .set({ meTooCount: sql`${threads.meTooCount} + ${on ? 1 : -1}` })
      .where(eq(threads.id, id))
      .returning({ count: threads.meTooCount });
    await recordAudit(tx, member, on ? "thread.me_too" : "thread.me_too_off", { kind: "thread", id });
    await invalidatePages(tx, ...pagesOf(thread));
    await enqueue(tx, "thread.me_too", { threadId: id, memberId: member.id, on });
    await recordSearchChange(tx, "thread", id);
    return { on, meTooCount: row?.count ?? 0 };
  }, outer);
}

/** Whether anything was different before. */
async function change(tx: Tx, threadId: number, memberId: number, on: boolean): Promise<boolean> {
  const changed = on
    ? await tx.insert(meToos).values({ threadId, memberId, createdAt: now() }).onConflictDoNothing().returning()
    : await tx
        .delete(meToos)
        .where(and(eq(meToos.threadId, threadId), eq(meToos.memberId, memberId)))
        .returning();
  return changed.length > 0;
}
