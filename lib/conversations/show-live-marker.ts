import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { system } from "@/lib/members/actor";
import { publishToTopic } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { findThread } from "@/lib/threads/find-thread";
import { pagesOf } from "@/lib/threads/pages-of";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";

/** Everybody may know that a question is being solved live, and nothing else: brings the public pages up to date. */
export async function showLiveMarker(tx: Tx, threadId: number): Promise<void> {
  await refreshThreadState(tx, threadId);
  const thread = await findThread(tx, system("conversations"), threadId);
  await invalidatePages(tx, ...pagesOf(thread));
  const { rowCount } = await tx.execute(sql`select 1 from conversations where thread_id = ${threadId} and state = 'active' limit 1`);
  await publishToTopic(tx, `thread:${threadId}`, { type: "thread.live", live: rowCount === 1 });
}
