import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "@/lib/platform/clock";
import type { FoundThread } from "@/lib/threads/find-thread";

const MOST = 5;
const RECENTLY_MS = 14 * 86_400_000;

/**
 * Who may know: experts of the category or one above it, and members whose answers to the same tags were
 * accepted; who was here lately first. At most five, never the asker, and nobody about what is among staff.
 */
export async function findExperts(tx: Tx, { id, authorId, categoryId, categoryPath, tagIds }: FoundThread): Promise<number[]> {
  const recently = new Date(now().getTime() - RECENTLY_MS).toISOString();
  const { rows } = await tx.execute<{ id: string }>(sql`
    with known as (
      select member_id, 3 as points from expert_topics where category_id = any(${sql.param(categoryPath)}::bigint[])
      union all
      select author_id, 1 from answers
      where accepted_at is not null and status = 'published' and thread_id in (
        select thread_id from thread_tags where tag_id = any(${sql.param(tagIds)}::bigint[]) and thread_id <> ${id}
        order by thread_id desc limit 500)
    )
    select members.id from known join members on members.id = member_id
    where members.id <> ${authorId} and deactivated_at is null and role in ('member', 'expert')
      and (suspended_until is null or suspended_until < ${now().toISOString()}::timestamptz)
      and exists (select 1 from categories where categories.id = ${categoryId} and audience <> 'staff')
    group by members.id
    order by coalesce(last_seen_at, created_at) > ${recently}::timestamptz desc, sum(points) desc, members.id
    limit ${MOST}`);
  return rows.map((row) => Number(row.id));
}
