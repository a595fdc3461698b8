import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

/** Monday is 0. All but `waitSeconds` are sums over the weeks looked at. */
export type HalfHourOfWeek = { day: number; from: string; arrivals: number; refused: number; waitSeconds: number | null };
export type HeldDemand = { weeks: number; halfHours: HalfHourOfWeek[] };

const WEEKS = 8;
const WEEK_MS = 7 * 86_400_000;

/** Who asked a department for a chat, by its clock: those who came into the line, and those who were refused. */
export async function readDemand(departmentId: number, zone: string): Promise<HeldDemand> {
  const since = new Date(now().getTime() - WEEKS * WEEK_MS);
  const { rows } = await db.execute<HalfHourOfWeek & { first: string }>(sql`
    with came as (
      select min(enqueued_at) as at, false as refused,
        extract(epoch from min(c.accepted_at) - min(enqueued_at))::float8 as wait
      from queue_entries q join conversations c on c.id = q.conversation_id
      where c.department_id = ${departmentId} and enqueued_at > ${since.toISOString()}::timestamptz
      group by conversation_id
      union all
      select happened_at, true, null from follow_ups
      where kind = 'refused' and department_id = ${departmentId} and happened_at > ${since.toISOString()}::timestamptz
    )
    select extract(isodow from at at time zone ${zone})::int - 1 as day,
      to_char(date_bin('30 minutes', at at time zone ${zone}, timestamp '2000-01-01'), 'HH24:MI') as "from",
      count(*)::int as arrivals, (count(*) filter (where refused))::int as refused,
      percentile_cont(0.5) within group (order by wait) filter (where wait >= 0) as "waitSeconds", min(at) as first
    from came group by 1, 2`);
  const first = Math.min(...rows.map((row) => new Date(row.first).getTime()));
  const weeks = rows.length === 0 ? WEEKS : Math.min(WEEKS, Math.max(1, Math.ceil((now().getTime() - first) / WEEK_MS)));
  return { weeks, halfHours: rows.map(({ first: _, ...row }) => row) };
}
