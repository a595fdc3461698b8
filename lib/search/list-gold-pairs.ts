import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canSeeSearchTools } from "./permissions";

export const goldStates = ["proposed", "accepted", "rejected"] as const;
export type GoldState = (typeof goldStates)[number];
export type GoldRow = { id: number; query: string; key: string; title: string; source: string; votes: number; state: GoldState };

const shown = 100;

/** Pairs of a language and state, those most people stand behind first, and how many there are of each state. */
export async function listGoldPairs(actor: Actor, { locale, state }: { locale: Locale; state: GoldState }): Promise<{ items: GoldRow[]; counts: Record<GoldState, number> }> {
  assertCan(canSeeSearchTools(actor));
  const [pairs, counts] = await Promise.all([
    db.execute<Omit<GoldRow, "id"> & { id: string }>(sql`
      select g.id, g.query, g.kind || ':' || g.doc_id as key, coalesce(d.title, '') as title, g.source, g.votes, g.state
      from gold_pairs g left join search_documents d on d.kind = g.kind and d.doc_id = g.doc_id
      where g.locale = ${locale} and g.state = ${state} order by g.votes desc, g.id desc limit ${shown}`),
    db.execute<{ state: GoldState; count: number }>(sql`select state, count(*)::int as count from gold_pairs where locale = ${locale} group by state`),
  ]);
  const count = (name: GoldState) => counts.rows.find((row) => row.state === name)?.count ?? 0;
  return {
    items: pairs.rows.map((row) => ({ ...row, id: Number(row.id) })),
    counts: { proposed: count("proposed"), accepted: count("accepted"), rejected: count("rejected") },
  };
}
