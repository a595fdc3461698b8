import { sql } from "drizzle-orm";
import { threads } from "@/db/schema";
import type { Tx } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import type { FoundThread } from "@/lib/threads/find-thread";
import { listedThreads } from "@/lib/threads/visible";
import type { Packet } from "./packet";

const MOST = 5;
/** Only the newest solved ones of the same place are compared, so that the cost does not grow with the community. */
const COMPARED = 300;
/** A title says too little, and far down a story everything resembles everything. */
const OPENING = 300;
/** Of unrelated questions in one language up to a fifth is alike by chance. */
const LEAST = 0.25;

/** Solved questions of the same place that read alike and that the asker may see too. */
export async function readSimilarSolved(tx: Pick<Tx, "execute">, asker: Member, thread: FoundThread): Promise<Packet["similarSolved"]> {
  const tagIds = sql.param(thread.tagIds);
  const told = `${thread.title} ${thread.body.slice(0, OPENING)}`;
  const { rows } = await tx.execute<{ id: string; slug: string; title: string; score: number }>(sql`
    with near as (
      select id, slug, title, left(body, ${OPENING}) as opening,
        (select count(*) from thread_tags where thread_id = threads.id and tag_id = any(${tagIds}::bigint[])) as shared
      from ${threads}
      where state = 'solved' and locale = ${thread.locale} and id <> ${thread.id} and ${listedThreads(asker)}
        and (category_id = ${thread.categoryId}
          or exists (select 1 from thread_tags where thread_id = threads.id and tag_id = any(${tagIds}::bigint[])))
      order by last_activity_at desc limit ${COMPARED}
    )
    select id, slug, title, similarity(title || ' ' || opening, ${told}) + 0.15 * shared as score
    from near order by score desc, id desc limit ${MOST}`);
  return rows
    .map(({ id, slug, title, score }) => ({ threadId: Number(id), url: `/t/${id}/${slug}`, title, score: Math.round(Number(score) * 100) / 100 }))
    .filter(({ score }) => score >= LEAST);
}
