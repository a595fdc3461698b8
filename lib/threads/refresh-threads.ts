import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { helpedElsewhere } from "./helped-elsewhere";

/**
 * What refreshThreadState does for one thread, for many in one statement and without telling anybody: state,
 * number of answers, first answer and solution, derived from what is there. Holds the threads' rows.
 */
export async function refreshThreads(tx: Tx, threadIds: Iterable<number>): Promise<void> {
  const ids = [...new Set(threadIds)];
  if (ids.length === 0) return;
  await lockThreads(tx, ids);
  await tx.execute(sql`
    update threads set state = derived.state, answer_count = derived.answers, first_answer_at = derived.first_answer_at,
      solved_at = case when derived.state = 'solved' then derived.solved_at end
    from (${derivedThreads(sql`t.id = any(${sql.param(ids)}::bigint[])`)}) as derived where threads.id = derived.id`);
}

/** deriveState in SQL, with what else follows from the answers, for the threads `t` that `which` names. */
export function derivedThreads(which: SQL): SQL {
  return sql`
    select facts.*, (case
      when kind <> 'question' then case when open > 0 then 'answered' else 'unanswered' end
      when accepted > 0 then 'solved'
      when conversation then 'escalated'
      when open > 0 or helped then 'answered'
      when rejected > 0 then 'rejected'
      else 'unanswered' end)::thread_state as state
    from (
      select t.id, t.kind,
        count(a.id)::int as answers,
        count(a.id) filter (where a.accepted_at is not null) as accepted,
        count(a.id) filter (where a.author_id <> t.author_id and a.rejected_at is null) as open,
        count(a.id) filter (where a.author_id <> t.author_id and a.rejected_at is not null) as rejected,
        min(a.created_at) filter (where a.author_id <> t.author_id) as first_answer_at,
        min(a.accepted_at) as solved_at,
        exists (
          select 1 from conversations c
          where c.thread_id = t.id and c.state in ('queued', 'offered', 'active', 'callback', 'message')
        ) as conversation,
        exists (select 1 from ${helpedElsewhere(sql`t.id`, sql`t.author_id`)}) as helped
      from threads t left join answers a on a.thread_id = t.id and a.status = 'published'
      where ${which} group by t.id
    ) as facts`;
}

/** Threads before their answers, and each in the order of their ids: whoever writes here follows this order. */
export async function lockThreads(tx: Tx, threadIds: Iterable<number>): Promise<void> {
  await tx.execute(sql`select id from threads where id = any(${sql.param([...threadIds])}::bigint[]) order by id for no key update`);
}
