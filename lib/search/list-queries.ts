import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canSeeSearchTools } from "./permissions";

export const queryPicks = ["all", "without", "noClick", "ended"] as const;
export type QueryPick = (typeof queryPicks)[number];
export const queryDays = [7, 28, 84] as const;

export type QueryRow = {
  query: string;
  searches: number;
  /** In the equally long time before. */
  before: number;
  /** In six equal parts, the latest last. */
  trend: number[];
  without: number;
  clicked: number;
  question: number;
  chat: number;
  ticket: number;
  /** What most people opened; or null. */
  opened: { key: string; title: string } | null;
  tookMs: number;
};
export type QueryTotals = Record<QueryPick, number>;

const shown = 100;
const parts = 6;

/** What was looked for, by words, most often first; nobody's name is in it. */
export async function listQueries(
  actor: Actor,
  { locale, days, pick }: { locale: Locale; days: number; pick: QueryPick },
): Promise<{ items: QueryRow[]; totals: QueryTotals }> {
  assertCan(canSeeSearchTools(actor));
  const at = (back: number) => sql`${new Date(now().getTime() - back * 86_400_000).toISOString()}::timestamptz`;
  const inParts = Array.from({ length: parts }, (_, part) => sql`count(*) filter (where part = ${part + 1})`);
  const { rows } = await db.execute<Omit<QueryRow, "opened" | "tookMs"> & { key: string | null; title: string | null; took: number | null }>(sql`
    with looked as (
      select lower(query) as query, hits, clicked, ended_in, took_ms, created_at >= ${at(days)} as recent,
        least(${parts}, width_bucket(extract(epoch from created_at), extract(epoch from ${at(days)}), extract(epoch from ${at(0)}), ${parts})) as part
      from search_queries where locale = ${locale} and created_at >= ${at(2 * days)} and created_at <= ${at(0)}
      order by created_at desc limit 100000
    ), grouped as (
      select query, count(*) filter (where recent)::int as searches, count(*) filter (where not recent)::int as before,
        jsonb_build_array(${sql.join(inParts, sql`, `)}) as trend,
        count(*) filter (where recent and hits = 0)::int as without,
        count(*) filter (where recent and clicked <> '[]')::int as clicked,
        count(*) filter (where recent and ended_in = 'question')::int as question,
        count(*) filter (where recent and ended_in = 'chat')::int as chat,
        count(*) filter (where recent and ended_in = 'ticket')::int as ticket,
        mode() within group (order by clicked->>-1) filter (where clicked <> '[]') as key,
        percentile_disc(0.5) within group (order by took_ms) as took
      from looked group by query
    )
    select grouped.*, d.title from grouped
    left join search_documents d on d.kind = split_part(key, ':', 1) and d.doc_id = split_part(key, ':', 2)::bigint and not d.meili_deleted
    where searches > 0 and ${picked(pick)}
    order by ${order(pick)} desc, query limit ${shown}`);
  return {
    items: rows.map(({ key, title, took, ...row }) => ({ ...row, opened: key && title ? { key, title } : null, tookMs: took ?? 0 })),
    totals: await countTotals(locale, at(days)),
  };
}

function picked(pick: QueryPick): SQL {
  if (pick === "without") return sql`without > 0`;
  if (pick === "noClick") return sql`searches - without > clicked and clicked * 2 < searches - without`;
  return pick === "ended" ? sql`question + chat + ticket > 0` : sql`true`;
}

function order(pick: QueryPick): SQL {
  if (pick === "without") return sql`without`;
  if (pick === "noClick") return sql`searches - without - clicked`;
  return pick === "ended" ? sql`question + chat + ticket` : sql`searches`;
}

async function countTotals(locale: Locale, since: SQL): Promise<QueryTotals> {
  const { rows } = await db.execute<QueryTotals>(sql`
    select count(*)::int as all, count(*) filter (where hits = 0)::int as without,
      count(*) filter (where hits > 0 and clicked = '[]')::int as "noClick", count(*) filter (where ended_in is not null)::int as ended
    from search_queries where locale = ${locale} and created_at >= ${since}`);
  return rows[0] ?? { all: 0, without: 0, noClick: 0, ended: 0 };
}
