import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";

/** So many of the newest threads are looked at, however many there are. */
const looksBack = 300;

/** What askers say most often that they have tried. One query. */
export async function listCommonSteps(locale: Locale, limit = 6): Promise<string[]> {
  const { rows } = await db.execute<{ step: string }>(sql`
    select step from (
      select tried from threads where status = 'published' and locale = ${locale} order by last_activity_at desc, id desc limit ${looksBack}
    ) as recent cross join lateral jsonb_array_elements_text(recent.tried) as step
    where length(step) <= 40
    group by step order by count(*) desc, step limit ${limit}`);
  return rows.map(({ step }) => step);
}
