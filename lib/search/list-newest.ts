import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audiencesOf } from "@/lib/categories/visible";
import type { Actor } from "@/lib/members/actor";
import type { EngineQuery } from "@/lib/platform/search/engine";
import { keyOf } from "@/lib/platform/search/engine";
import { filterConditions } from "@/lib/platform/search/postgres-candidates";
import { readCandidates } from "@/lib/platform/search/read-candidates";
import type { FoundCandidate } from "./find-ranked";
import type { Narrowed } from "./fits-filter";
import { placeParts } from "./place-parts";
import { visibleDocuments } from "./visible";

/** What a filter alone brings: the newest that this actor may see, when nothing is looked for by words. */
export async function listNewest(actor: Actor, filter: Narrowed, limit: number): Promise<FoundCandidate[]> {
  const wanted = { ...filter, audiences: audiencesOf(actor) };
  const conditions = [...filterConditions(wanted), ...(filter.kinds?.includes("video") ? [] : [sql`part_of is null`])];
  const { rows } = await db.execute<{ kind: string; id: string }>(sql`
    select kind, doc_id as id from search_documents where ${sql.join(conditions, sql` and `)}
    order by updated_at desc, kind, doc_id desc limit ${limit}`);
  const query: EngineQuery = { words: [], phrases: [], excluded: [], filter: wanted, limit };
  const candidates = await readCandidates(
    rows.map(({ kind, id }) => keyOf(kind, Number(id))),
    query,
    visibleDocuments(actor),
  );
  return placeParts(candidates.map((candidate) => ({ ...candidate, score: 0, coverage: 1, likelihood: 1 })));
}
