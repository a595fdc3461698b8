import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { HitKind, ThreadKind } from "./hit";
import { visibleDocuments } from "./visible";

export type RelatedHit = {
  kind: HitKind;
  id: number;
  url: string;
  title: string;
  threadKind: ThreadKind | null;
  state: string;
  answerCount: number;
};

/** The nearest threads and articles, worked out when it was indexed; one query, filtered by what the actor may see now. */
export async function relatedTo(
  actor: Actor,
  kind: HitKind,
  id: number,
  locale: Locale,
  limit = 4,
): Promise<RelatedHit[]> {
  if (!Number.isSafeInteger(id) || id < 1) return [];
  const { rows } = await db.execute<{
    kind: HitKind;
    id: string;
    url: string;
    title: string;
    thread_kind: ThreadKind | null;
    state: string;
    answer_count: number | null;
  }>(sql`
    select search_documents.kind, search_documents.doc_id as id, search_documents.url, coalesce(t.title, a.title) as title,
      coalesce(t.state::text, a.state::text) as state, t.kind as thread_kind, t.answer_count
    from search_documents as origin
    cross join lateral jsonb_array_elements_text(origin.related) with ordinality as near (key, place)
    join search_documents on search_documents.kind = split_part(near.key, ':', 1) and search_documents.doc_id = split_part(near.key, ':', 2)::bigint
    left join threads t on search_documents.kind = 'thread' and t.id = search_documents.doc_id
    left join articles a on search_documents.kind = 'article' and a.id = search_documents.doc_id
    where origin.kind = ${kind} and origin.doc_id = ${id} and not search_documents.meili_deleted and ${visibleDocuments(actor)}
    order by near.place limit ${limit}`);
  return rows.map((row) => ({
    kind: row.kind,
    id: Number(row.id),
    url: href(locale, row.url),
    title: row.title,
    threadKind: row.thread_kind,
    state: row.state,
    answerCount: Number(row.answer_count ?? 0),
  }));
}
