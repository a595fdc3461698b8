import { and, asc, eq, gte } from "drizzle-orm";
import { db } from "@/db/client";
import { searchQuality } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canSeeSearchTools } from "./permissions";

export type QualityDay = { day: string; queries: number; mrr: number; recall: number; ndcg: number };
export type Worse = { query: string; engine: string; /** 0: not among the first ten. */ before: number; after: number };
export type QualityView = { engines: { engine: string; days: QualityDay[] }[]; worse: Worse[]; better: number };

const shownMs = 84 * 86_400_000;
const mostWorse = 30;
const notFound = 11;

/** How well each engine found the gold set of a language, day by day, and what got worse since the measurement before. */
export async function getQuality(actor: Actor, locale: Locale): Promise<QualityView> {
  assertCan(canSeeSearchTools(actor));
  const since = new Date(now().getTime() - shownMs).toISOString().slice(0, 10);
  const rows = await db
    .select()
    .from(searchQuality)
    .where(and(eq(searchQuality.locale, locale), gte(searchQuality.day, since)))
    .orderBy(asc(searchQuality.engine), asc(searchQuality.day));
  const engines = [...new Set(rows.map(({ engine }) => engine))].map((engine) => ({ engine, days: rows.filter((row) => row.engine === engine) }));
  const changes = engines.flatMap(({ engine, days }) => changesOf(engine, days.at(-2)?.ranks, days.at(-1)?.ranks));
  const loss = ({ before, after }: Worse) => (after || notFound) - (before || notFound);
  return {
    engines: engines.map(({ engine, days }) => ({ engine, days: days.map(({ day, queries, mrr, recall, ndcg }) => ({ day, queries, mrr, recall, ndcg })) })),
    worse: changes
      .filter((change) => loss(change) > 0)
      .sort((a, b) => loss(b) - loss(a))
      .slice(0, mostWorse),
    better: changes.filter((change) => loss(change) < 0).length,
  };
}

/** Only what was asked on both days can be compared. */
function changesOf(engine: string, before: Record<string, number> = {}, after: Record<string, number> = {}): Worse[] {
  return Object.entries(after).flatMap(([query, place]) => {
    const earlier = before[query];
    return earlier === undefined ? [] : [{ query, engine, before: earlier, after: place }];
  });
}
