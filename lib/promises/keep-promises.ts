import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { promises } from "@/db/schema";
import { endStaleBookings } from "@/lib/bookings/end-stale-bookings";
import { loadDepartments } from "@/lib/departments/load-departments";
import { now } from "@/lib/platform/clock";
import { promiseSteps, type Metric } from "./promise-steps";
import { tellOfLateReplies } from "./tell-of-late-replies";

/**
 * Holds the promised replies against what conversations say of themselves: gives a promise to whoever begins to
 * wait, ends those that were kept, and tells of the late ones. It derives all from rows, so no act can forget it
 * and several processes may do it at once. Runs every second.
 */
export async function keepPromises(): Promise<void> {
  await endStaleBookings();
  await endPromises();
  await givePromises();
  await tellOfLateReplies();
}

/** What a conversation waits for just now; a call is promised for its time, everything else from when it was asked for. */
const waits = sql`
  select conversations.id, conversations.department_id,
    case when conversations.state = 'callback' and booked.starts_at is not null then 'callback'
      when conversations.state in ('callback', 'message') then 'message'
      when first_reply_at is null then 'first_reply' else 'next_reply' end as metric,
    case when conversations.state = 'callback' and booked.starts_at is not null then booked.starts_at
      when last_agent_at is null or asked.at > last_agent_at then asked.at end as since,
    conversations.state in ('queued', 'offered') as in_line
  from conversations
  left join bookings as booked on booked.conversation_id = conversations.id and booked.state = 'booked'
  cross join lateral (select greatest(conversations.created_at, last_asker_at,
    (select max(created_at) from conversation_events where conversation_id = conversations.id and type = 'reopened')) as at) as asked
  where conversations.state in ('queued', 'offered', 'active', 'callback', 'message', 'wrap_up')`;

async function endPromises(): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  await inTransaction((tx) =>
    tx.execute(sql`
      with ended as (
        select promises.id,
          case when conversations.last_agent_at >= promises.started_at - case when metric = 'callback' then interval '15 minutes' else interval '0' end then 'met'
            when conversations.state in ('left', 'answered') then conversations.state::text
            when conversations.state = 'closed' then 'met'
            when metric = 'callback' and not exists (select 1 from bookings where conversation_id = conversations.id
              and bookings.state = 'booked' and starts_at = promises.started_at) then 'changed'
            when (metric in ('message', 'callback')) <> (conversations.state in ('message', 'callback')) then 'changed'
            when metric = 'message' and exists (select 1 from bookings where conversation_id = conversations.id and bookings.state = 'booked') then 'changed'
          end as outcome,
          case when conversations.last_agent_at >= promises.started_at then conversations.last_agent_at else ${time} end as at
        from promises join conversations on conversations.id = conversation_id where ended_at is null
      )
      update promises set outcome = ended.outcome, ended_at = ended.at, next_at = null,
        breached_at = case when ended.at > due_at then coalesce(breached_at, due_at) else breached_at end
      from ended where ended.id = promises.id and ended.outcome is not null and promises.ended_at is null`),
  );
}

type Wait = { id: string; department_id: string; metric: Metric; since: string | null };

async function givePromises(): Promise<void> {
  const { rows } = await db.execute<Wait>(sql`
    select * from (${waits}) as waits where (since is not null or in_line)
      and not exists (select 1 from promises where conversation_id = waits.id and ended_at is null)
      and not exists (select 1 from promises where conversation_id = waits.id and metric = waits.metric and started_at = waits.since and outcome <> 'changed')`);
  if (rows.length === 0) return;
  const departments = new Map((await loadDepartments()).map((department) => [department.id, department]));
  for (const { id, department_id, metric, since } of rows) {
    const department = departments.get(Number(department_id));
    if (!department) continue;
    const startedAt = since === null ? now() : new Date(since);
    const { dueAt, steps } = promiseSteps(metric, startedAt, department.calendar, department.service);
    await inTransaction((tx) =>
      tx
        .insert(promises)
        .values({ conversationId: Number(id), departmentId: department.id, metric, startedAt, dueAt, steps, nextAt: new Date(steps[0] ?? dueAt) })
        .onConflictDoNothing(),
    );
  }
}
