import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { indexChanges } from "@/lib/search/index-changes";
import { reconcileDocuments } from "@/lib/search/reconcile";
import { wantedDocuments } from "@/lib/search/wanted-documents";
import { isSiteRunning } from "./check-jobs";
import { checkMeaning } from "./check-meaning";
import { checkMeilisearch } from "./check-meilisearch";
import { bad, count, duration, type Finding, fine, warning } from "./finding";

const area = "search";
const lateSeconds = 30;

/** Whether the index holds what can be found, no more and no less, and Meilisearch the same. */
export async function checkSearch({ repair }: { repair: boolean }): Promise<Finding[]> {
  return [await checkOutbox(repair), await checkDocuments(repair), ...(await checkMeilisearch(repair)), await checkMeaning(repair)];
}

async function checkOutbox(repair: boolean): Promise<Finding> {
  const { rows } = await db.execute<{ waiting: number; late: string | null }>(sql`
    select count(*)::int as waiting, extract(epoch from now() - min(created_at)) as late from search_outbox`);
  const { waiting = 0, late = null } = rows[0] ?? {};
  const text = `${count(waiting, "change")} wait to be indexed${waiting > 0 ? `, the oldest for ${duration(Number(late))}` : ""}`;
  if (waiting === 0) return fine(area, "no change waits to be indexed");
  if (repair) await indexChanges();
  const done = repair ? "indexed" : undefined;
  if (Number(late) < lateSeconds) return { ...fine(area, text), repaired: done };
  return (await isSiteRunning()) ? bad(area, `${text}: the worker does not follow`, done) : warning(area, `${text}; nothing runs at this moment`, done);
}

async function checkDocuments(repair: boolean): Promise<Finding> {
  const { rows } = await db.execute<{ missing: number; extra: number; held: number }>(sql`
    with held as (select kind, doc_id as id from search_documents where not meili_deleted)
    select count(*) filter (where held.id is null and waiting.doc_id is null)::int as missing,
      count(*) filter (where wanted.id is null and waiting.doc_id is null)::int as extra, count(held.id)::int as held
    from ${wantedDocuments} as wanted full join held on held.kind = wanted.kind and held.id = wanted.id
    left join (select distinct kind, doc_id from search_outbox) as waiting
      on waiting.kind = coalesce(wanted.kind, held.kind) and waiting.doc_id = coalesce(wanted.id, held.id)`);
  const { missing = 0, extra = 0, held = 0 } = rows[0] ?? {};
  if (missing + extra === 0) return fine(area, `${count(held, "document")} in the index, as many as can be found`);
  if (repair) {
    await reconcileDocuments();
    await indexChanges();
  }
  return bad(area, `${missing} documents are missing in the index, ${extra} are too many`, repair ? "brought in line" : undefined);
}
