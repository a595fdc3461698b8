import { type SQL, sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { type Locale, locales } from "../i18n/locale";
import { type EngineQuery, keyOf, splitKey } from "./engine";
import { placeFinder } from "./find-places";
import { heldVector, holdVector } from "./held-vectors";
import { phraseQuery } from "./postgres-candidates";
import type { Candidate } from "./rank";

export type ReadCandidate = Candidate & {
  kind: string;
  id: number;
  state: string;
  tags: string[];
  categoryId: number;
  authorId: number | null;
  products: string[];
  createdAt: Date;
  /** Key of the document it is a part of. */
  partOf: string | null;
  /** Changed since it was indexed: its texts must not be shown. */
  stale: boolean;
};

type Row = {
  kind: string;
  id: string;
  locale: Locale;
  title: string;
  state: string;
  tags: string[];
  category_id: string;
  author_id: string | null;
  products: string[];
  created_at: string;
  length: number;
  partOf: string | null;
  stale: boolean;
  /** Changes with every change of the row. */
  row_state: string;
  /** Null when that of this state is held already. */
  vector: string | null;
};

/**
 * What the index holds of the proposed documents, for ordering them. `allowed` is a condition on
 * search_documents: whatever an engine proposes, only what fulfils it comes back.
 */
export async function readCandidates(
  keys: string[],
  query: EngineQuery,
  allowed: SQL = sql`true`,
): Promise<ReadCandidate[]> {
  if (keys.length === 0) return [];
  const parts = keys.map(splitKey);
  const held = new Map(keys.map((key) => [key, heldVector(key)]));
  const said = [...query.phrases, ...query.excluded];
  const findPlaces = placeFinder([...new Set(query.words.flatMap((word) => word.terms.map(({ term }) => term)))]);
  const { rows } = await db.execute<Row>(sql`${said.length === 0 ? kept : sql``}
    select search_documents.kind, doc_id as id, search_documents.locale, search_documents.title, search_documents.state,
      tag_slugs as tags, category_id, author_id, products, search_documents.created_at, document_length as length, part_of as "partOf",
      exists (select 1 from search_outbox where search_outbox.kind = search_documents.kind and search_outbox.doc_id = search_documents.doc_id) as stale,
      search_documents.xmin::text as row_state, case when search_documents.xmin::text is distinct from proposed.held then vector end as vector
    from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[], ${sql.param(keys.map((key) => held.get(key)?.state ?? null))}::text[])
      with ordinality as proposed (kind, id, held, place)
    join search_documents on search_documents.kind = proposed.kind and doc_id = proposed.id
    where not meili_deleted and ${allowed} and ${holdsWhatIsSaid(query)}
    order by proposed.place`);
  return rows.map(({ kind, id, row_state, vector, category_id, author_id, created_at, ...row }) => {
    const key = keyOf(kind, Number(id));
    if (vector !== null) holdVector(key, { state: row_state, text: vector });
    return {
      ...row,
      kind,
      id: Number(id),
      categoryId: Number(category_id),
      authorId: author_id === null ? null : Number(author_id),
      createdAt: new Date(created_at),
      key,
      places: findPlaces(vector ?? held.get(key)?.text ?? ""),
    };
  });
}

/** An engine may take words that stand somewhere for words that stand together: what was quoted and excluded is asked of the database. */
function holdsWhatIsSaid({ phrases, excluded }: EngineQuery): SQL {
  if (phrases.length + excluded.length === 0) return sql`true`;
  const either = locales.map((locale) => {
    const wanted = phrases.map((phrase) => phraseQuery(phrase[locale]));
    if (wanted.includes(null)) return sql`false`;
    const unwanted = excluded.map((phrase) => phraseQuery(phrase[locale])).filter((text) => text !== null);
    const conditions = [
      sql`search_documents.locale = ${locale}`,
      ...wanted.map((text) => sql`vector @@ ${text}::tsquery`),
      ...unwanted.map((text) => sql`not vector @@ ${text}::tsquery`),
    ];
    return sql`(${sql.join(conditions, sql` and `)})`;
  });
  return sql`(${sql.join(either, sql` or `)})`;
}
