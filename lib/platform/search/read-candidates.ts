import { type SQL, sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { type Locale, locales } from "../i18n/locale";
import { type EngineQuery, splitKey } from "./engine";
import { placeFinder } from "./find-places";
import { type HeldDocument, heldDocument, holdDocument } from "./held-documents";
import { holdWritten } from "./hold-written";
import { excludedQueries, phraseQuery } from "./postgres-candidates";
import type { Candidate } from "./rank";

export type ReadCandidate = Candidate & {
  kind: string;
  id: number;
  state: string;
  tags: string[];
  categoryId: number;
  authorId: number | null;
  products: string[];
  /** Milliseconds. */
  created: number;
  /** Key of the document it is a part of. */
  partOf: string | null;
  /** Changed since it was indexed: its texts must not be shown. */
  stale: boolean;
};

type Row = {
  /** Which of the proposed ones, counted from 1. */
  place: string;
  stale: boolean;
  row_state: string;
  /** Null, as what follows, when it is held in this state already. */
  vector: string | null;
  locale: Locale;
  title: string;
  state: string;
  tags: string[];
  category_id: string;
  author_id: string | null;
  products: string[];
  created_at: string;
  length: number;
  part_of: string | null;
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
  const held = keys.map(heldDocument);
  const said = [...query.phrases, ...query.excluded];
  const findPlaces = placeFinder([...new Set(query.words.flatMap((word) => word.terms.map(({ term }) => term)))]);
  const { rows } = await db.execute<Row>(sql`${said.length === 0 ? kept : sql``}
    select proposed.place,
      exists (select 1 from search_outbox where search_outbox.kind = search_documents.kind and search_outbox.doc_id = search_documents.doc_id) as stale,
      search_documents.xmin::text as row_state, changed.*
    from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[], ${sql.param(held.map((one) => one?.rowState ?? null))}::text[])
      with ordinality as proposed (kind, id, held, place)
    join search_documents on search_documents.kind = proposed.kind and doc_id = proposed.id
    left join lateral (
      select search_documents.vector, search_documents.locale, search_documents.title, search_documents.state, tag_slugs as tags, category_id, author_id,
        products, search_documents.created_at, document_length as length, part_of
      where search_documents.xmin::text is distinct from proposed.held
    ) as changed on true
    where not meili_deleted and ${allowed} and ${holdsWhatIsSaid(query)}
    order by proposed.place`);
  const found = rows.flatMap((row) => {
    const at = Number(row.place) - 1;
    const known = row.vector === null ? held[at] : hold(keys[at] ?? "", row, row.vector);
    return known ? [{ ...known.document, stale: row.stale, places: findPlaces(known.vector) }] : [];
  });
  return holdWritten(found, query);
}

function hold(key: string, row: Row, vector: string): HeldDocument {
  const { row_state, locale, title, state, tags, category_id, author_id, products, created_at, length, part_of } = row;
  const { kind, id } = splitKey(key);
  const document = {
    key,
    kind,
    id,
    locale,
    title,
    state,
    tags,
    categoryId: Number(category_id),
    authorId: author_id === null ? null : Number(author_id),
    products,
    created: Date.parse(created_at),
    length,
    partOf: part_of,
  };
  return holdDocument({ rowState: row_state, document, vector });
}

/** An engine may take words that stand somewhere for words that stand together: what was quoted and excluded is asked of the database. */
function holdsWhatIsSaid({ phrases, excluded }: EngineQuery): SQL {
  if (phrases.length + excluded.length === 0) return sql`true`;
  const either = locales.map((locale) => {
    const wanted = phrases.map((phrase) => phraseQuery(phrase[locale]));
    if (wanted.includes(null)) return sql`false`;
    const unwanted = excludedQueries(excluded, locale);
    const conditions = [
      sql`search_documents.locale = ${locale}`,
      ...wanted.map((text) => sql`search_documents.vector @@ ${text}::tsquery`),
      ...unwanted.map((text) => sql`not search_documents.vector @@ ${text}::tsquery`),
    ];
    return sql`(${sql.join(conditions, sql` and `)})`;
  });
  return sql`(${sql.join(either, sql` or `)})`;
}
