import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { promises } from "@/db/schema";
import { endStaleBookings } from "@/lib/bookings/end-stale-bookings";
import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { type Question, targetsFor } from "@/lib/departments/targets-for";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { openCases } from "./open-cases";
import { pauseResolutions } from "./pause-resolutions";
import { promiseSteps, type Metric } from "./promise-steps";
import { tellOfLateReplies } from "./tell-of-late-replies";

/** So many are given in one statement. */
const portion = 500;

/**
 * Holds the promised replies against what conversations say of themselves: gives a promise to whoever begins to
 * wait, ends those that were kept, and tells of the late ones. It derives all from rows, so no act can forget it
 * and several processes may do it at once. Runs every second.
 */
export async function keepPromises(): Promise<void> {
  await eachAlone([endStaleBookings, endPromises, givePromises, pauseResolutions, tellOfLateReplies], (step) => step());
}

/**
 * What a conversation waits for just now; a call is promised for its time, everything else from when it was asked for.
 * Beside the reply, each waits to be resolved, from when it began.
 */
const waits = sql`
  with cases as (${openCases})
  select cases.id, cases.department_id,
    case when cases.state = 'callback' and booked.starts_at is not null then 'callback'
      when cases.state in ('callback', 'message') then 'message'
      when first_reply_at is null then 'first_reply' else 'next_reply' end as metric,
    case when cases.state = 'callback' and booked.starts_at is not null then booked.starts_at
      when last_agent_at is null or asked_at > last_agent_at then asked_at end as since,
    cases.state in ('queued', 'offered') as in_line
  from cases
  left join bookings as booked on booked.conversation_id = cases.id and booked.state = 'booked'
  union all
  select id, department_id, 'resolution', begun_at, false from cases`;

async function endPromises(): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  await inTransaction((tx) =>
    tx.execute(sql`
      with ended as (
        select promises.id,
          case when metric <> 'resolution' and conversations.last_agent_at >= promises.started_at - case when metric = 'callback' then interval '15 minutes' else interval '0' end then 'met'
            when conversations.state in ('left', 'answered') then conversations.state::text
            when conversations.state = 'closed' then 'met'
            when metric = 'resolution' then null
            when metric = 'callback' and not exists (select 1 from bookings where conversation_id = conversations.id
              and bookings.state = 'booked' and starts_at = promises.started_at) then 'changed'
            when (metric in ('message', 'callback')) <> (conversations.state in ('message', 'callback')) then 'changed'
            when metric = 'message' and exists (select 1 from bookings where conversation_id = conversations.id and bookings.state = 'booked') then 'changed'
          end as outcome,
          case when metric = 'resolution' then coalesce(conversations.closed_at, ${time})
            when conversations.last_agent_at >= promises.started_at then conversations.last_agent_at else ${time} end as at
        from promises join conversations on conversations.id = conversation_id where ended_at is null
      )
      update promises set outcome = ended.outcome, ended_at = ended.at, next_at = null,
        breached_at = case when coalesce(paused_at, ended.at) > due_at then coalesce(breached_at, due_at) else breached_at end
      from ended where ended.id = promises.id and ended.outcome is not null and promises.ended_at is null`),
  );
}

/** What of its question a department's policies go by; at most three categories stand above each other. */
const question = sql`
  select array_remove(array[own.id, own.parent_id, above.parent_id], null)::int[] as categories,
    array(select slug from thread_tags join tags on tags.id = tag_id where thread_id = conversations.thread_id) as tags,
    exists (select 1 from escalations where thread_id = conversations.thread_id and offered_at <= conversations.created_at
      and (stopped_at is null or stopped_at > conversations.created_at)) as unanswered
  from conversations
  join threads on threads.id = thread_id
  join categories as own on own.id = category_id
  left join categories as above on above.id = own.parent_id
  where conversations.id = waits.id`;

type Wait = Question & { id: string; department_id: string; metric: Metric; since: string | null };

async function givePromises(): Promise<void> {
  const { rows } = await db.execute<Wait>(sql`
    select * from (${waits}) as waits cross join lateral (${question}) as question where (since is not null or in_line)
      and not exists (select 1 from promises where conversation_id = waits.id and ended_at is null
        and (metric = 'resolution') = (waits.metric = 'resolution'))
      and not exists (select 1 from promises where conversation_id = waits.id and metric = waits.metric and started_at = waits.since and outcome <> 'changed')
    order by id, metric`);
  if (rows.length === 0) return;
  const departments = new Map((await loadDepartments()).map((department) => [department.id, department]));
  const given = rows.flatMap((wait) => {
    const department = departments.get(Number(wait.department_id));
    return department ? [promiseOf(wait, department)] : [];
  });
  const portions = Array.from({ length: Math.ceil(given.length / portion) }, (_, index) => given.slice(index * portion, (index + 1) * portion));
  await eachAlone(portions, store);
}

type Given = typeof promises.$inferInsert;

function promiseOf({ id, metric, since, ...question }: Wait, { id: departmentId, calendar, service }: Department): Given {
  const startedAt = since === null ? now() : new Date(since);
  const { dueAt, steps } = promiseSteps(metric, startedAt, calendar, targetsFor(service, question));
  return { conversationId: Number(id), departmentId, metric, startedAt, dueAt, steps, nextAt: new Date(steps[0] ?? dueAt) };
}

/** Together; if one of them can't be stored, each alone. */
async function store(given: Given[]): Promise<void> {
  const insert = (some: Given[]) => inTransaction((tx) => tx.insert(promises).values(some).onConflictDoNothing());
  await insert(given).catch(() => eachAlone(given, (one) => insert([one])));
}
