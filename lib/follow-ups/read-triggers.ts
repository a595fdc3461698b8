import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import type { Stuck } from "@/lib/queue/find-stuck";
import type { FollowUpKind } from "./follow-up-view";
import type { Trigger } from "./open-follow-up";

/** What is older is past mending; a worker that stood still so long has other troubles. */
const DAYS = 3;
/** Whoever goes sooner has not waited. */
const GLANCE = "10 seconds";
/** The mean of the three parts of a rating, of five: below this somebody asks what went wrong. */
const POOR = 3;

type Row = { kind: FollowUpKind; reason: string; cause: string; at: string } & Record<"conversation_id" | "thread_id" | "asker_id" | "department_id", string>;

/**
 * What let somebody down and has no follow-up yet. Derived from what conversations say, as promises are: no act can
 * forget it. What is late within a running conversation, a reply or its resolution, is none; the wall calls for it, and
 * whoever sits there hears it.
 */
export async function readTriggers(stuck: Stuck[]): Promise<Trigger[]> {
  const since = sql`${new Date(now().getTime() - DAYS * 86_400_000).toISOString()}::timestamptz`;
  const { rows } = await db.execute<Row>(sql`
    select happened.*, c.thread_id, c.asker_id, c.department_id from (
      select 'missed' as kind, metric as reason, 'promise:' || id as cause, breached_at as at, conversation_id
        from promises where breached_at > ${since} and metric not in ('next_reply', 'resolution')
      union all
      select 'missed', 'waited', 'event:' || id, created_at, conversation_id
        from conversation_events where type = 'waited_too_long' and created_at > ${since}
      union all
      select 'left', 'left', 'event:' || e.id, e.created_at, e.conversation_id
        from conversation_events e where type = 'left' and created_at > ${since} and created_at - ${GLANCE}::interval >
          coalesce((select max(enqueued_at) from queue_entries q where q.conversation_id = e.conversation_id), e.created_at)
      union all
      select 'rated', 'rated', 'rated:' || e.conversation_id, e.created_at, e.conversation_id
        from conversation_events e join conversations r on r.id = e.conversation_id
        where type = 'rated' and e.created_at > ${since}
          and (select avg(value::numeric) from jsonb_each_text(r.ratings) where value ~ '^[1-5]$') < ${POOR}
      union all
      select 'stuck', stuck.kind, 'stuck:' || stuck.id || ':' || stuck.kind || ':'
          || coalesce((select max(id) from conversation_events e where e.conversation_id = stuck.id), 0), ${now().toISOString()}::timestamptz, stuck.id
        from unnest(${sql.param(stuck.map(({ conversationId }) => conversationId))}::bigint[], ${sql.param(stuck.map(({ kind }) => kind))}::text[]) as stuck(id, kind)
    ) as happened
    join conversations c on c.id = happened.conversation_id
    where not exists (select 1 from follow_ups f where f.happened_at > ${since} - interval '30 days'
      and f.thread_id = c.thread_id and f.member_id = c.asker_id and happened.cause = any(f.causes))
    order by happened.at limit 500`);
  return rows.map(({ conversation_id, thread_id, asker_id, department_id, at, ...trigger }) => ({
    ...trigger,
    at: new Date(at),
    conversationId: Number(conversation_id),
    threadId: Number(thread_id),
    memberId: Number(asker_id),
    departmentId: Number(department_id),
  }));
}
