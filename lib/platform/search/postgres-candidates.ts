import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "../i18n/locale";
import { quoted } from "./document-vector";
import {
  type EngineHits,
  type EngineQuery,
  keyOf,
  type Phrase,
  type QueryTerm,
  type SearchFilter,
} from "./engine";

/**
 * How many documents are looked at for a query, whatever the size of the index. Rare words choose them; what
 * half of the index holds only helps to order them.
 */
const mostCandidates = 800;

/** The best documents of these languages by a fast approximation of BM25; whoever asked orders them exactly. */
export async function findCandidates(locales: readonly Locale[], query: EngineQuery): Promise<EngineHits> {
  const wanted = candidateQuery(locales, query);
  if (!wanted) return { hits: [], total: 0 };
  const { rows } = await db.execute<{
    kind: string;
    id: string;
    score: number;
    locale: string;
    total: string;
  }>(wanted);
  const totals = new Map(rows.map(({ locale, total }) => [locale, Number(total)]));
  return {
    hits: rows
      .slice(0, query.limit)
      .map(({ kind, id, score }) => ({ key: keyOf(kind, Number(id)), score: Number(score) })),
    total: [...totals.values()].reduce((sum, total) => sum + total, 0),
  };
}

/** Null: nothing can be found. */
export function candidateQuery(locales: readonly Locale[], query: EngineQuery): SQL | null {
  const parts = locales.map((locale) => selectCandidates(locale, query)).filter((part) => part !== null);
  return parts.length === 0 ? null : sql`select * from (${sql.join(parts, sql` union all `)}) as found order by score desc, kind, id desc`;
}

function selectCandidates(locale: Locale, query: EngineQuery): SQL | null {
  const terms = query.words.flatMap((word) =>
    word.terms
      .filter((term) => term.locale === locale)
      .map((term) => ({ ...term, weight: term.weight * word.share })),
  );
  const phrases = query.phrases.map((phrase) => phraseQuery(phrase[locale]));
  if (phrases.includes(null) || terms.length === 0) return null;
  const excluded = excludedQueries(query.excluded, locale);
  const conditions = [
    sql`locale = ${locale}`,
    ...(phrases.length > 0
      ? phrases.map((text) => sql`vector @@ ${text}::tsquery`)
      : [sql`vector @@ ${leadsOf(terms, query.documents?.[locale] ?? Infinity)}::tsquery`]),
    ...excluded.map((text) => sql`not vector @@ ${text}::tsquery`),
    ...filterConditions(query.filter),
    // Always true, and dear in the planner's eyes: it thinks that unpacking a vector costs nothing, and would rather
    // read the whole table than trust the index.
    sql`plainto_tsquery('simple', kind) is not null`,
  ];
  return sql`(
    select kind, doc_id as id, ${scoreOf(terms)} as score, ${locale} as locale, count(*) over () as total
    from (
      -- Joined with an empty one, the vector is unpacked once instead of once for each term.
      select kind, doc_id, vector || ''::tsvector as vector,
        0.25 + 0.75 * document_length / (select length::float / greatest(documents, 1) + 1 from search_totals where locale = ${locale}) as norm
      from search_documents where ${sql.join(conditions, sql` and `)} limit ${mostCandidates}
    ) as candidates
    order by score desc, kind, doc_id desc limit ${query.limit}
  )`;
}

/** `ts_rank` of a single term grows with its places and their weights towards a limit, as the term part of BM25 does. */
function scoreOf(terms: QueryTerm[]): SQL {
  const parts = terms.map(({ term, weight }) => {
    const rank = sql`ts_rank('{0.4,0.6,0.6,1}', vector, ${`'${quoted(term)}'`}::tsquery)`;
    // rank / (norm + rank), written so that it is worked out once.
    return sql`${weight}::float * (1 - norm / (norm + ${rank}))`;
  });
  return sql.join(parts, sql` + `);
}

type Leading = { term: string; documents: number };

/** The terms that choose: from the rarest on, as long as there is room; else those whose titles say it. */
function leadsOf(terms: QueryTerm[], documentsInAll: number): string {
  const rare = within(terms, documentsInAll);
  if (rare.length > 0) return or(rare);
  const titles = within(
    terms
      .map(({ term, titles: documents }) => ({ term: `=${term}`, documents }))
      .filter(({ documents }) => documents > 0),
    documentsInAll,
  );
  const [first, second] = [...terms].sort((a, b) => a.documents - b.documents);
  const together = first && second ? `('${quoted(first.term)}' & '${quoted(second.term)}')` : null;
  if (titles.length > 0) return together ? `${or(titles)} | ${together}` : or(titles);
  return together ?? or(terms);
}

/** As many as together lead to no more documents than are looked at: of a few hundred, every term may. */
function within(terms: Leading[], documentsInAll: number): Leading[] {
  let led = 0;
  return [...terms]
    .sort((a, b) => a.documents - b.documents)
    .filter(({ documents }) => {
      // What terms held side by side by chance is led to once.
      led += documents * (1 - Math.min(1, led / documentsInAll));
      return led <= mostCandidates;
    });
}

function or(terms: { term: string }[]): string {
  return terms.map(({ term }) => `'${quoted(term)}'`).join(" | ");
}

/** Null: none of the words can be found in this language. */
export function phraseQuery({ terms }: Phrase): string | null {
  let query = "";
  let distance = 0;
  for (const term of terms) {
    distance += 1;
    if (term === null) continue;
    query += query === "" ? `'${quoted(term)}'` : ` <${distance}> '${quoted(term)}'`;
    distance = 0;
  }
  return query === "" ? null : query;
}

/** Those that the index can tell; of the others small words are a part. */
export function excludedQueries(excluded: Record<Locale, Phrase>[], locale: Locale): string[] {
  return excluded.flatMap((phrase) => (phrase[locale].written === undefined ? (phraseQuery(phrase[locale]) ?? []) : []));
}

/** Conditions on search_documents. */
export function filterConditions(filter: SearchFilter): SQL[] {
  const { kinds, audiences, categoryIds, tags, states, products, authorId, after, before, onTheWay } = filter;
  return [
    sql`not meili_deleted`,
    ...(onTheWay ? [sql`meili_version <> version`] : []),
    sql`audience = any(${sql.param(audiences)}::text[])`,
    ...(kinds ? [sql`kind = any(${sql.param(kinds)}::text[])`] : []),
    ...(categoryIds ? [sql`category_id = any(${sql.param(categoryIds)}::bigint[])`] : []),
    ...(tags ? [sql`tag_slugs && ${sql.param(tags)}::text[]`] : []),
    ...(states ? [sql`state = any(${sql.param(states)}::text[])`] : []),
    ...(products ? [sql`products && ${sql.param(products)}::text[]`] : []),
    ...(authorId === undefined ? [] : [sql`author_id = ${authorId}`]),
    ...(after ? [sql`search_documents.created_at >= ${after.toISOString()}::timestamptz`] : []),
    ...(before ? [sql`search_documents.created_at < ${before.toISOString()}::timestamptz`] : []),
  ];
}
