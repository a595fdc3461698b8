import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { publishToTopic } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import type { FoundThread } from "./find-thread";
import { pagesOf } from "./pages-of";
import { refreshThreads } from "./refresh-threads";

/** After answers changed between two threads: counters, states, pages, screens and search follow. */
export async function showMerge(tx: Tx, ...both: FoundThread[]): Promise<void> {
  const ids = both.map(({ id }) => id);
  await tx.execute(sql`
    update threads t set
      comment_count = (select count(*) from comments where thread_id = t.id and answer_id is null and status = 'published'),
      me_too_count = (select count(*) from me_toos where thread_id = t.id),
      follower_count = (select count(*) from subscriptions where thread_id = t.id),
      score = case when attribution is null then (select coalesce(sum(value), 0) from votes where target_kind = 'thread' and target_id = t.id) else score end,
      last_activity_at = greatest(t.created_at, (select max(created_at) from answers where thread_id = t.id and status = 'published'))
    where id = any(${sql.param(ids)}::bigint[])`);
  // A solution by the asker counts for nobody, and the asker is another one now.
  await tx.execute(sql`
    update members m set accepted_count = (
      select count(*) from answers join threads on threads.id = answers.thread_id
      where answers.author_id = m.id and threads.author_id <> m.id and answers.accepted_at is not null and answers.status = 'published')
    where id = any(${sql.param(both.map(({ authorId }) => authorId))}::bigint[])`);
  await refreshThreads(tx, ids);
  await invalidatePages(tx, ...both.flatMap((thread) => pagesOf(thread)));
  for (const id of ids) {
    await publishToTopic(tx, `thread:${id}`, { type: "thread.merged" });
    await recordSearchChange(tx, "thread", id);
  }
}
