import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { listedThreads } from "./visible";

/** Counting stops here: a page's cost must not grow with the community. */
export const unansweredMaximum = 100;

/** Questions that nobody has helped with yet, 100 at most. */
export async function countUnanswered(actor: Actor, locale?: Locale): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from threads
      where state in ('unanswered', 'rejected') and kind = 'question' and closed_at is null and ${listedThreads(actor)}
        ${locale ? sql`and locale = ${locale}` : sql``}
      limit ${unansweredMaximum}
    ) as waiting`);
  return rows[0]?.count ?? 0;
}
