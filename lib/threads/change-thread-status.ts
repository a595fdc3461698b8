import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { countThread } from "./count-thread";
import { findThread } from "./find-thread";
import { pagesOf } from "./pages-of";
import type { PostStatus } from "./thread-view";

/**
 * Publishes, holds, hides or deletes a thread with all that hangs on it: counters, search, pages. Whether
 * `actor` may is the caller's question. A held thread that is published is announced as if just posted.
 */
export async function changeThreadStatus(
  tx: Tx,
  actor: Actor,
  threadId: number,
  status: PostStatus,
  reason: string | null = null,
): Promise<void> {
  const thread = await findThread(tx, actor, threadId, { lock: true });
  if (thread.status === status) return;
  await tx
    .update(threads)
    .set({ status, statusReason: reason, version: thread.version + 1 })
    .where(eq(threads.id, threadId));
  if (status === "published") await countThread(tx, thread, 1);
  if (thread.status === "published") await countThread(tx, thread, -1);

  await recordAudit(tx, actor, `thread.${status}`, { kind: "thread", id: threadId }, { from: thread.status, reason });
  await invalidatePages(tx, ...pagesOf(thread));
  await publishToTopic(tx, `thread:${threadId}`, { type: "thread.status", status });
  await enqueue(tx, "thread.status", { threadId, status, from: thread.status, reason });
  if (thread.status === "held" && status === "published") await enqueue(tx, "thread.posted", { threadId, mentions: [] });
  await recordSearchChange(tx, "thread", threadId);
}
