import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MissingRow, SuggestionOutcome } from "./insights-view";

/** How often was searched, and how often in vain. */
export async function countSearches(from: Date, to: Date): Promise<{ total: number; without: number }> {
  const { rows } = await db.execute<{ total: number; without: number }>(sql`
    select count(*)::int as total, count(*) filter (where hits = 0)::int as without
    from search_queries where created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz`);
  return rows[0] ?? { total: 0, without: 0 };
}

/** Words that found nothing, the most wanted first, and how often a question followed within a day. */
export async function readMissing(from: Date, to: Date, limit: number): Promise<MissingRow[]> {
  const { rows } = await db.execute<MissingRow>(sql`
    with lost as (
      select lower(query) as query, member_id, created_at, ended_in from search_queries
      where hits = 0 and created_at >= ${from.toISOString()}::timestamptz and created_at < ${to.toISOString()}::timestamptz
      order by created_at desc limit 50000
    )
    select query, count(*)::int as searches,
      count(*) filter (where ended_in is not null or member_id is not null and exists (
        select 1 from threads t where t.author_id = lost.member_id
          and t.created_at between lost.created_at and lost.created_at + interval '1 day'))::int as asked
    from lost group by query order by searches desc, query limit ${limit}`);
  return rows;
}

export type SuggestionDay = { at: Date; outcome: SuggestionOutcome; deflected: boolean };

/**
 * What became of suggestions while asking. Deflected: they said that it helped or that they have it too,
 * and asked nothing for 72 hours.
 */
export async function readSuggestions(from: Date, to: Date): Promise<SuggestionDay[]> {
  const { rows } = await db.execute<{ created_at: string; outcome: SuggestionOutcome; deflected: boolean }>(sql`
    select s.created_at, s.outcome,
      s.outcome in ('left_satisfied', 'me_too') and not exists (
        select 1 from threads t where t.author_id = s.member_id
          and t.created_at between s.created_at and s.created_at + interval '72 hours') as deflected
    from suggestion_outcomes s
    where s.arm <> 'held' and s.created_at >= ${from.toISOString()}::timestamptz and s.created_at < ${to.toISOString()}::timestamptz
    order by s.id desc limit 50000`);
  return rows.map(({ created_at, outcome, deflected }) => ({ at: new Date(created_at), outcome, deflected }));
}
