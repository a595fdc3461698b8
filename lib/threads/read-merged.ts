import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members, threadMerges, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { authorColumns, authorView } from "./author-columns";
import type { FoundThread } from "./find-thread";
import { canMerge, SEPARATE_DAYS } from "./permissions";
import type { MergedThread } from "./thread-view";

/** What was asked in threads that are now part of this one, be it by way of another. */
export async function readMerged(actor: Actor, thread: FoundThread): Promise<MergedThread[]> {
  const rows = await db
    .select({ merged: threads, merge: threadMerges, author: authorColumns(thread.categoryPath) })
    .from(threadMerges)
    .innerJoin(threads, eq(threads.id, threadMerges.threadId))
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(
      and(
        isNull(threadMerges.takenBackAt),
        eq(threads.statusReason, "merged"),
        sql`${threadMerges.id} in (
          with recursive joined as (
            select id, thread_id from thread_merges where into_id = ${thread.id} and taken_back_at is null
            union
            select earlier.id, earlier.thread_id from thread_merges earlier join joined on earlier.into_id = joined.thread_id
            where earlier.taken_back_at is null
          ) select id from joined)`,
      ),
    )
    .orderBy(asc(threadMerges.id));
  const undoable = now().getTime() - SEPARATE_DAYS * 86_400_000;
  return rows.map(({ merged: { id, title, locale, bodyHtml, facts, attribution, createdAt, editedAt }, merge, author }) => ({
    ...{ id, title, locale, bodyHtml, facts, attribution, createdAt, editedAt },
    author: authorView(author),
    mergedAt: merge.createdAt,
    can: { separate: canMerge(actor) && merge.intoId === thread.id && merge.createdAt.getTime() > undoable },
  }));
}
