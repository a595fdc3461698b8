import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";

/**
 * `orderQueue` in SQL, over queue_entries joined to threads: who waited ten minutes first, longest first; then
 * by priority, and within one by the wait plus twenty seconds for each doubling of those with the same problem.
 */
export function queueOrder() {
  const time = sql`${now().toISOString()}::timestamptz`;
  const aged = sql`queue_entries.enqueued_at <= ${time} - interval '10 minutes'`;
  const bonus = sql`least(180, 20 * log(2, 1 + greatest(0, threads.me_too_count)))::float * interval '1 second'`;
  return sql`(${aged}) desc,
    case when ${aged} then 0 else -queue_entries.priority end,
    case when ${aged} then queue_entries.enqueued_at else queue_entries.enqueued_at - ${bonus} end,
    queue_entries.id`;
}
