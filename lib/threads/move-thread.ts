import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { threads } from "@/db/schema";
import { findCategory } from "@/lib/categories/find-category";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { countThread } from "./count-thread";
import { findThread } from "./find-thread";
import { moveThreadInput } from "./input";
import { pagesOf } from "./pages-of";
import { canMove } from "./permissions";

/** Puts a thread where it belongs. */
export async function moveThread(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, category: slug } = parseInput(moveThreadInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canMove(member, thread));
    const category = await findCategory(tx, member, slug);
    if (category.id === thread.categoryId) return { id };

    await tx
      .update(threads)
      .set({ categoryId: category.id, version: thread.version + 1 })
      .where(eq(threads.id, id));
    if (thread.status === "published") {
      await countThread(tx, { categoryId: thread.categoryId, tagIds: [] }, -1);
      await countThread(tx, { categoryId: category.id, tagIds: [] }, 1);
    }
    const places = { from: thread.categoryId, to: category.id };
    await recordAudit(tx, member, "thread.moved", { kind: "thread", id }, places);
    await invalidatePages(tx, ...pagesOf(thread), ...category.path.map((each) => `category:${each}`));
    await enqueue(tx, "thread.moved", { threadId: id, ...places });
    await recordSearchChange(tx, "thread", id);
    return { id };
  }, outer);
}
