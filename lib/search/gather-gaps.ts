import { desc, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { searchGaps } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { type Locale, locales } from "@/lib/platform/i18n/locale";
import { isMasked } from "@/lib/platform/mask-personal";
import { type Cluster, clusterQueries, type Sought } from "./cluster-queries";
import { isFilled, replayGap } from "./replay-gap";
import { essence } from "./tuning";

const lookedBackMs = 28 * 86_400_000;
/** Fewer searches in four weeks are no piece of work. */
const fewestSearches = 5;
const mostNew = 10;
const looked = 500;
const job = { kind: "system", job: "search.gaps" } as const;

/** Nightly: what people look for in vain becomes a piece of work; the numbers of what is open already grow. */
export async function gatherGaps(): Promise<void> {
  for (const locale of locales) {
    const known = await db.select().from(searchGaps).orderBy(desc(searchGaps.id)).limit(1_000);
    const clusters = clusterQueries(await readVain(locale), locale);
    const ofKnown = new Map(known.filter((gap) => gap.locale === locale).flatMap((gap) => gap.queries.map((query) => [essence(query, locale), gap] as const)));
    let made = 0;
    for (const cluster of clusters) {
      const gap = cluster.queries.map((query) => ofKnown.get(essence(query, locale))).find(Boolean);
      if (gap) await grow(gap, cluster);
      else if (cluster.searches >= fewestSearches && made < mostNew) made += await make(cluster, locale);
    }
  }
}

async function grow(gap: typeof searchGaps.$inferSelect, { queries, searches }: Cluster): Promise<void> {
  if (gap.closedAt) return;
  const all = [...new Set([...gap.queries, ...queries])].slice(0, 20);
  await inTransaction((tx) => tx.update(searchGaps).set({ queries: all, searches }).where(sql`${searchGaps.id} = ${gap.id}`));
}

/** What the search answers by now is no gap any more. */
async function make(cluster: Cluster, locale: Locale): Promise<number> {
  const replay = await replayGap({ queries: cluster.queries, locale });
  if (isFilled(replay)) return 0;
  await inTransaction(async (tx) => {
    const { title, queries, searches } = cluster;
    const [row] = await tx.insert(searchGaps).values({ locale, title, queries, searches, replay, replayedAt: now(), createdAt: now() }).returning({ id: searchGaps.id });
    await recordAudit(tx, job, "search_gap.opened", { kind: "search_gap", id: row?.id ?? 0 }, { title, searches });
  });
  return 1;
}

/** Found nothing, or opened nothing of what was found and asked instead, at least every other time. */
async function readVain(locale: Locale): Promise<Sought[]> {
  const since = new Date(now().getTime() - lookedBackMs).toISOString();
  const { rows } = await db.execute<Sought>(sql`
    select lower(query) as query, count(*)::int as searches from search_queries
    where created_at > ${since}::timestamptz and locale = ${locale} and length(query) between 3 and 160
    group by 1 having count(*) filter (where hits = 0 or clicked = '[]' and ended_in is not null) * 2 >= count(*)
    order by 2 desc, 1 limit ${looked}`);
  return rows.filter(({ query }) => !isMasked(query));
}
