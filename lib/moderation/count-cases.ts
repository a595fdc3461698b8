import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import type { CaseCounts } from "./case-view";
import { daysBack } from "./days-back";
import { canReview } from "./permissions";

type Row = { open: number; flagged: number; held: number; appeals: number; today: number; week: number; oldest: string | null };
const nothing: CaseCounts = { open: 0, flagged: 0, held: 0, appeals: 0, today: 0, week: 0, oldestAt: null };

/** How much waits in each part of the review queue, and how much was done. Nothing for those who may not review. One query. */
export async function countCases(actor: Actor): Promise<CaseCounts> {
  if (!canReview(actor)) return nothing;
  const { rows } = await db.execute<Row>(sql`
    select count(*) filter (where state = 'pending')::int as open,
      count(*) filter (where state = 'pending' and cause = 'flagged')::int as flagged,
      count(*) filter (where state = 'pending' and cause = 'held')::int as held,
      count(*) filter (where state <> 'pending' and decided_at >= ${daysBack(1).toISOString()}::timestamptz)::int as today,
      count(*) filter (where state <> 'pending')::int as week,
      min(created_at) filter (where state = 'pending') as oldest,
      (select count(*)::int from appeals where state = 'open') as appeals
    from cases
    where (state = 'pending' or decided_at >= ${daysBack(7).toISOString()}::timestamptz)
      and target_kind in ('thread', 'answer', 'comment')`);
  const [row] = rows;
  if (!row) return nothing;
  const { oldest, ...counts } = row;
  return { ...counts, oldestAt: oldest ? new Date(oldest) : null };
}
