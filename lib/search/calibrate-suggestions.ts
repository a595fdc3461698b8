import { desc, eq, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { searchCalibrations } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { type Locale, locales } from "@/lib/platform/i18n/locale";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { type Label, pickThreshold } from "./pick-threshold";
import { forgetSearchTuning, tuningTag } from "./read-tuning";
import { scoreSuggestions } from "./score-suggestions";
import { shippedThreshold } from "./tuning";

/** So many titles of a language are tried each night, the latest. */
const mostTitles = 400;
const labelsForMs = 365 * 86_400_000;
const job = { kind: "system", job: "search.calibrate" } as const;

type Pair = { title: string; key: string; good: boolean; asked: string | null };

/** Nightly: from which likelihood on a suggestion may be called the same question, by what became of earlier ones. */
export async function calibrateSuggestions(): Promise<void> {
  for (const locale of locales) await calibrate(locale);
  forgetSearchTuning();
}

async function calibrate(locale: Locale): Promise<void> {
  const labels = await score(await readPairs(locale), locale);
  const [last] = await db.select().from(searchCalibrations).where(eq(searchCalibrations.locale, locale)).orderBy(desc(searchCalibrations.id)).limit(1);
  // Run twice on a day, it must not move twice.
  const today = last && last.createdAt.toISOString().slice(0, 10) === now().toISOString().slice(0, 10);
  if (today) return;
  const { threshold, precision, recall, reason, curve } = pickThreshold(labels, last?.threshold ?? shippedThreshold, shippedThreshold);
  await inTransaction(async (tx) => {
    const positives = labels.filter(({ good }) => good).length;
    const [row] = await tx
      .insert(searchCalibrations)
      .values({ locale, threshold, precision, recall, labels: labels.length, positives, reason, curve, createdAt: now() })
      .returning({ id: searchCalibrations.id });
    await recordAudit(tx, job, "search.calibrated", { kind: "search_calibration", id: row?.id ?? 0 }, { locale, threshold, reason, labels: labels.length });
    await invalidatePages(tx, tuningTag);
  });
}

async function score(pairs: Pair[], locale: Locale): Promise<Label[]> {
  const labels: Label[] = [];
  for (const title of [...new Set(pairs.map((pair) => pair.title))].slice(0, mostTitles)) {
    const own = pairs.filter((pair) => pair.title === title);
    const asked = own.flatMap((pair) => (pair.asked ? [`thread:${pair.asked}`] : []));
    const scores = await scoreSuggestions({ title, locale, leaveOut: asked });
    for (const { key, good } of own) labels.push({ score: scores.get(key) ?? 0, good });
  }
  return labels;
}

/**
 * What people's deeds say of a title and a document: a closing as its duplicate, "that's it" and "me too" say it was
 * right; a question that was posted though it was shown says it was not, unless it turned out a duplicate of it later.
 */
async function readPairs(locale: Locale): Promise<Pair[]> {
  const since = new Date(now().getTime() - labelsForMs).toISOString();
  const { rows } = await db.execute<Pair>(sql`
    with outcomes as (
      select s.*, coalesce(s.locale, (select t.locale from threads t where t.id = s.thread_id), 'en') as spoken from suggestion_outcomes s
      where s.created_at > ${since}::timestamptz and s.arm = 'shown' and length(s.title) >= 3
    ), pairs as (
      select t.title, 'thread:' || t.duplicate_of_id as key, true as good, t.id::text as asked, t.id as at
      from threads t where t.duplicate_of_id is not null and t.status = 'published' and t.locale = ${locale} and t.created_at > ${since}::timestamptz
      union all
      select title, case when thread_id is not null then 'thread:' || thread_id else (opened->-1->>'kind') || ':' || (opened->-1->>'id') end, true, null, id
      from outcomes where outcome in ('left_satisfied', 'me_too') and spoken = ${locale} and (thread_id is not null or opened <> '[]')
      union all
      select o.title, (one->>'kind') || ':' || (one->>'id'), false, o.thread_id::text, o.id
      from outcomes o cross join lateral jsonb_array_elements(o.shown) as one left join threads t on t.id = o.thread_id
      where o.outcome = 'posted_anyway' and o.spoken = ${locale}
        and not (one->>'kind' = 'thread' and t.duplicate_of_id is not distinct from (one->>'id')::bigint)
    )
    select distinct on (lower(title), key) title, key, good, asked from pairs where key is not null order by lower(title), key, good desc, at desc`);
  return rows;
}
