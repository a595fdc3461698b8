import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { type FoundThread, findThread } from "./find-thread";
import type { RelatedThread, ThreadKind, ThreadState } from "./thread-view";
import { listedThreads } from "./visible";

/** How many of a tag's or category's newest threads are looked at, so that the cost stays the same as they grow. */
const perTag = 60;
const perCategory = 60;

/** Threads about something similar: common tags first, then words of the title, in the same language. */
export async function relatedThreads(actor: Actor, threadId: number, limit = 5): Promise<RelatedThread[]> {
  const thread = await findThread(db, actor, threadId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return thread ? relatedTo(actor, thread, limit) : [];
}

export async function relatedTo(actor: Actor, thread: FoundThread, limit = 5): Promise<RelatedThread[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    with candidates as (
      select recent.thread_id as id, 1 as shared from unnest(${sql.param(thread.tagIds)}::bigint[]) as tag (id) cross join lateral (
        select thread_id from thread_tags where tag_id = tag.id order by thread_id desc limit ${perTag}
      ) as recent
      union all
      select id, 0 from (
        select id from threads where category_id = ${thread.categoryId} and status = 'published'
        order by last_activity_at desc, id desc limit ${perCategory}
      ) as nearby
    ), ranked as (select id, sum(shared) as shared from candidates where id <> ${thread.id} group by id)
    select threads.id, slug, title, kind, state, answer_count, extract(epoch from created_at) * 1000 as created_ms
    from ranked join threads on threads.id = ranked.id
    where ${listedThreads(actor)} and locale = ${thread.locale} and kind <> 'announcement' and closed_at is null
    order by ranked.shared * 0.25 + similarity(title, ${thread.title}) * 2 + (state = 'solved')::int * 0.2 desc, threads.id desc
    limit ${limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    slug: String(row.slug),
    title: String(row.title),
    kind: row.kind as ThreadKind,
    state: row.state as ThreadState,
    answerCount: Number(row.answer_count),
    createdAt: new Date(Math.round(Number(row.created_ms))),
  }));
}
