import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { keyOf, splitKey } from "@/lib/platform/search/engine";
import { parseQuery } from "@/lib/platform/search/parse-query";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { rank } from "@/lib/platform/search/rank";
import { readCandidates } from "@/lib/platform/search/read-candidates";
import { searchWithFallback } from "@/lib/platform/search/search-with-fallback";
import { understandQuery } from "@/lib/platform/search/understand-query";
import { firstEngine } from "./first-engine";

const kept = 8;
const leastCoverage = 0.3;
/** So many of the threads nearest to a new guide learn of it; they were related long before. */
const toldOfGuide = 5;

type Unrelated = {
  kind: string;
  id: string;
  locale: Locale;
  audience: string;
  title: string;
  related: string[];
};

/** Works out the nearest documents of those whose title is new; the page reads them in one query. */
export async function relateDocuments(limit: number): Promise<number> {
  const { rows } = await db.execute<Unrelated>(sql`
    select kind, doc_id as id, locale, audience, title, related from search_documents
    where related_for is distinct from title and not meili_deleted limit ${limit}`);
  for (const document of rows) await relate(document);
  return rows.length;
}

async function relate({ kind, id, locale, audience, title, related }: Unrelated): Promise<void> {
  // Only what is whole is near to something.
  const isPart = kind === "video";
  const key = keyOf(kind, Number(id));
  const audiences =
    audience === "public"
      ? ["public"]
      : audience === "members"
        ? ["public", "members"]
        : ["public", "members", "staff"];
  const query = await understandQuery({ ...parseQuery(title), open: false }, { audiences, locale }, 40);
  const { hits } = isPart ? { hits: [] } : await searchWithFallback(await firstEngine(), postgresEngine, query);
  const candidates = await readCandidates(
    hits.map((hit) => hit.key).filter((other) => other !== key),
    query,
    sql`search_documents.part_of is null and not meili_deleted and audience = any(${sql.param(audiences)}::text[])`,
  );
  const nearest = rank(candidates, query.words, query.statistics)
    .filter(({ coverage }) => coverage >= leastCoverage)
    .slice(0, kept)
    .map((found) => found.key);
  await inTransaction(async (tx) => {
    await tx.execute(sql`
      update search_documents set related = ${JSON.stringify(nearest)}::jsonb, related_for = ${title} where kind = ${kind} and doc_id = ${id} and title = ${title}`);
    if (JSON.stringify(nearest) !== JSON.stringify(related)) await invalidatePages(tx, key);
  });
  if (kind !== "article") return;
  for (const other of nearest.slice(0, toldOfGuide)) await addGuide(other, key);
}

/** Each in a transaction of its own: rows locked one by one can't wait for each other. */
async function addGuide(other: string, guide: string): Promise<void> {
  const of = splitKey(other);
  await inTransaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      update search_documents
      set related = case when jsonb_array_length(related) < ${kept} then related else related - (-1) end || to_jsonb(${guide}::text)
      where kind = ${of.kind} and doc_id = ${of.id} and not related @> to_jsonb(${guide}::text)`);
    if (rowCount) await invalidatePages(tx, other);
  });
}
