import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { loadDepartments } from "@/lib/departments/load-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";

export type Kept = {
  departmentId: number;
  promised: number;
  kept: number;
  /** How many came as soon as is aimed at now. */
  aimed: number;
  aimedSeconds: number;
  medianSeconds: number | null;
  p95Seconds: number | null;
};

/** Shorter than this nobody has waited who went away. */
const GLANCE = "10 seconds";

/**
 * How often the first reply came in time, and as soon as is aimed at, for each department, over the last days. Whoever
 * left before anybody replied counts as a promise not kept; whom the community helped meanwhile counts not at all.
 */
export async function readKept(actor: Actor, days: number): Promise<Kept[]> {
  assertCan(isStaff(actor));
  const since = new Date(now().getTime() - days * 86_400_000).toISOString();
  const aims = (await loadDepartments()).map(({ id, service }) => ({ id, seconds: service.aimedReplyMinutes * 60 }));
  const { rows } = await db.execute<Record<"id" | "promised" | "kept" | "aimed" | "seconds", number> & Record<"median" | "p95", number | null>>(sql`
    select department_id::int as id, count(*)::int as promised,
      count(*) filter (where outcome = 'met' and breached_at is null)::int as kept,
      count(*) filter (where outcome = 'met' and extract(epoch from ended_at - started_at) <= aims.seconds)::int as aimed,
      max(aims.seconds) as seconds,
      percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at)) filter (where outcome = 'met') as median,
      percentile_cont(0.95) within group (order by extract(epoch from ended_at - started_at)) filter (where outcome = 'met') as p95
    from promises join jsonb_to_recordset(${JSON.stringify(aims)}::jsonb) as aims (id int, seconds float8) on aims.id = department_id
    where metric = 'first_reply' and started_at > ${since}::timestamptz
      and (outcome = 'met' or breached_at is not null or (outcome = 'left' and ended_at - started_at > ${GLANCE}::interval))
    group by 1 order by 1`);
  return rows.map(({ id, seconds, median, p95, ...counts }) => ({ departmentId: id, ...counts, aimedSeconds: seconds, medianSeconds: median, p95Seconds: p95 }));
}
