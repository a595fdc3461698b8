import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

/** Days after which a search is forgotten, nobody's any more, and not even kept together. */
const kept = { query: 90, account: 14, voice: 1, quality: 400 };

/**
 * Hourly. What was looked for is forgotten after 90 days; whose it was after 14, when it can no longer belong to a
 * question being answered; what kept a visitor's key presses together after one.
 */
export async function forgetQueries(): Promise<void> {
  const before = (days: number) => sql`${new Date(now().getTime() - days * 86_400_000).toISOString()}::timestamptz`;
  await db.execute(sql`delete from search_queries where created_at < ${before(kept.query)}`);
  await db.execute(sql`update search_queries set voice = null where voice is not null and created_at < ${before(kept.voice)}`);
  await db.execute(sql`
    update search_queries set member_id = null, ended_thread_id = null
    where (member_id is not null or ended_thread_id is not null) and created_at < ${before(kept.account)}`);
  // Whether they asked all the same is worked out from the account: it is written down before that is forgotten.
  await db.execute(sql`
    update suggestion_outcomes s set outcome = 'posted_anyway'
    where s.member_id is not null and s.created_at < ${before(kept.account)} and s.outcome in ('left_satisfied', 'me_too')
      and exists (select 1 from threads t where t.author_id = s.member_id and t.created_at between s.created_at and s.created_at + interval '72 hours')`);
  await db.execute(sql`
    update suggestion_outcomes set member_id = null
    where member_id is not null and created_at < ${before(kept.account)}`);
  // What was begun and never posted is nobody else's business.
  await db.execute(sql`update suggestion_outcomes set title = '' where title <> '' and outcome = 'abandoned' and created_at < ${before(kept.account)}`);
  await db.execute(sql`delete from suggestion_outcomes where created_at < ${before(kept.quality)}`);
  await db.execute(sql`delete from search_quality where day < (${before(kept.quality)})::date`);
  await db.execute(sql`delete from search_calibrations where created_at < ${before(kept.quality)} and id not in (select max(id) from search_calibrations group by locale)`);
}
