import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { wilsonInterval } from "@/lib/platform/wilson-interval";
import { canSeeSearchTools } from "./permissions";
import { readHoldout } from "./read-tuning";

export type Arm = { people: number; posted: number };
export type Comparison = { on: boolean; percent: number; since: Date | null; shown: Arm; held: Arm; effect: Effect | null };
/** How much smaller the share who asked is among those who saw suggestions, with its 95 % interval. */
export type Effect = { difference: number; low: number; high: number };

const fewest = 20;

/** What suggestions do, by comparison with those who were drawn to see none. */
export async function compareArms(actor: Actor): Promise<Comparison> {
  assertCan(canSeeSearchTools(actor));
  const { on, percent, since } = await readHoldout();
  const none: Arm = { people: 0, posted: 0 };
  const { rows } = await db.execute<{ arm: string; people: number; posted: number }>(sql`
    select arm, count(*)::int as people,
      count(*) filter (where outcome = 'posted_anyway' or exists (
        select 1 from threads t where t.author_id = s.member_id and t.created_at between s.created_at and s.created_at + interval '72 hours'))::int as posted
    from suggestion_outcomes s
    where s.created_at >= ${since ?? "infinity"}::timestamptz and (arm = 'held' or arm = 'shown' and shown <> '[]')
    group by arm`);
  const arm = (name: string) => {
    const row = rows.find((each) => each.arm === name);
    return row ? { people: row.people, posted: row.posted } : none;
  };
  const [shown, held] = [arm("shown"), arm("held")];
  const enough = shown.people >= fewest && held.people >= fewest;
  return { on, percent, since: since ? new Date(since) : null, shown, held, effect: enough ? effectOf(shown, held) : null };
}

/** Newcombe's interval of a difference of two shares: right for small groups and shares near 0 or 1 too. */
export function effectOf(shown: Arm, held: Arm): Effect {
  const shareOf = ({ people, posted }: Arm) => ({ share: posted / people, ...wilsonInterval(posted, people) });
  const [a, b] = [shareOf(held), shareOf(shown)];
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
