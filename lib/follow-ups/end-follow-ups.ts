import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { now } from "@/lib/platform/clock";
import type { Stuck } from "@/lib/queue/find-stuck";

/**
 * Ends what was made good: somebody of the company replied, in private or at the question; who was refused chose
 * another way; the question is solved; what was stuck is not any more.
 */
export async function endFollowUps(stuck: Stuck[]): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  await inTransaction((tx) =>
    tx.execute(sql`
      with made_good as (
        select f.id, latest.choice, case
          when f.kind = 'stuck' and f.conversation_id <> all(${sql.param(stuck.map(({ conversationId }) => conversationId))}::bigint[]) then 'mended'
          when f.kind = 'stuck' then null
          when f.member_id is null or t.status <> 'published' then 'seen'
          when latest.last_agent_at > f.happened_at then 'replied'
          when exists (select 1 from answers a join members m on m.id = a.author_id
            where a.thread_id = f.thread_id and a.status = 'published' and a.created_at > f.happened_at
              and m.role in ('agent', 'manager', 'admin')) then 'replied'
          when f.kind = 'refused' and (latest.created_at >= f.happened_at
            or latest.state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')) then 'chose'
          when f.kind <> 'rated' and t.solved_at > f.happened_at then 'solved'
        end as outcome
        from follow_ups f
        left join threads t on t.id = f.thread_id
        left join lateral (select * from conversations c where c.thread_id = f.thread_id and c.asker_id = f.member_id
          order by c.id desc limit 1) as latest on true
        where f.ended_at is null
      )
      update follow_ups set ended_at = ${time}, outcome = made_good.outcome,
        choice = case when made_good.outcome = 'chose' then made_good.choice end
      from made_good where made_good.id = follow_ups.id and made_good.outcome is not null`),
  );
}
