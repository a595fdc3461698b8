import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { type Actor } from "@/lib/members/actor";
import { Forbidden } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";

/** Adds how often threads were opened since the last time; counted where pages are served, written here in one statement. */
export async function recordViews(actor: Actor, views: ReadonlyMap<number, number>): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  if (views.size === 0) return;
  const [ids, counts] = [[...views.keys()], [...views.values()]];
  await inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string; now: number; added: number }>(sql`
      with seen (id, added) as (select * from unnest(${sql.param(ids)}::bigint[], ${sql.param(counts)}::int[])),
      locked as (select threads.id, seen.added from threads join seen using (id) order by threads.id for no key update of threads)
      update threads set view_count = view_count + locked.added from locked where threads.id = locked.id
      returning threads.id, view_count as now, locked.added`);
    const changed = rows.filter(({ now, added }) => roughly(now) !== roughly(now - added));
    await invalidatePages(tx, ...changed.map(({ id }) => `thread:${id}`));
  });
}

/** Pages are drawn anew when the first two digits change: often while few have come, hardly ever for the famous. */
function roughly(count: number): string {
  return count.toPrecision(2);
}
