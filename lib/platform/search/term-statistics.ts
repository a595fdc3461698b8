import { sql } from "drizzle-orm";
import { db, kept, type Tx } from "@/db/client";
import { isLocale, type Locale } from "../i18n/locale";
import { partTerm } from "./document-vector";
import type { QueryTerm } from "./engine";

export type Statistics = {
  documentsOf(locale: Locale, term: string): number;
  /** How telling a term is that so many documents hold. */
  idf(locale: Locale, documents: number): number;
  averageLength(locale: Locale): number;
  /** The newest of the words that compounds are made of. */
  words: number;
};

export type Beginning = { locale: Locale; term: string; documents: number; titles: number };

/** How many documents hold each of these terms, as words or in compounds, in their title or anywhere; and how many there are. */
export async function readStatistics(terms: string[]): Promise<Statistics> {
  const wanted = [...new Set(terms)].flatMap((term) => [term, partTerm(term)]).flatMap((term) => [term, `=${term}`]);
  const { rows } = await db.execute<{ locale: string; term: string; documents: string; length: string; words: string }>(sql`${kept}
    select locale, '' as term, documents, length, words from search_totals
    union all select locale, term, documents, 0, 0 from search_terms where term = any(${sql.param(wanted)}::text[])`);
  const counts = new Map(rows.map(({ locale, term, documents }) => [`${locale} ${term}`, Number(documents)]));
  const lengths = new Map(
    rows.filter(({ term }) => term === "").map(({ locale, length }) => [locale, Number(length)]),
  );
  const documentsOf = (locale: Locale, term: string) => Math.max(0, counts.get(`${locale} ${term}`) ?? 0);
  return {
    documentsOf,
    idf: (locale, documents) => {
      const all = Math.max(documents, documentsOf(locale, ""));
      return Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
    },
    averageLength: (locale) => Math.max(1, (lengths.get(locale) ?? 0) / Math.max(1, documentsOf(locale, ""))),
    words: Math.max(0, ...rows.map(({ words }) => Number(words))),
  };
}

/** A term with what the index knows of it. How telling a word is, unless told, depends on those who write it alone or in a compound. */
export function termOf(locale: Locale, term: string, quality: number, statistics: Statistics, telling?: number): QueryTerm {
  return {
    locale,
    term,
    documents: statistics.documentsOf(locale, term),
    titles: statistics.documentsOf(locale, `=${term}`),
    weight: quality * (telling ?? statistics.idf(locale, writtenIn(locale, term, statistics))),
  };
}

/** How many documents hold a word, alone or in a compound, whichever more do. */
export function writtenIn(locale: Locale, term: string, statistics: Statistics): number {
  const other = locale === "en" ? 0 : statistics.documentsOf(locale, term.startsWith("~") ? term.slice(1) : partTerm(term));
  return Math.max(statistics.documentsOf(locale, term), other);
}

/** The most frequent terms that begin so. */
export async function findBeginnings(wanted: { locale: Locale; text: string }[]): Promise<Beginning[]> {
  if (wanted.length === 0) return [];
  const { rows } = await db.execute<TermRow>(sql`${kept}
    select found.locale, found.term, found.documents, coalesce(title.documents, 0) as titles
    from unnest(${sql.param(wanted.map(({ locale }) => locale))}::locale[], ${sql.param(wanted.map(({ text }) => text))}::text[]) as wanted (locale, text)
    cross join lateral (
      -- A range instead of LIKE: the index cannot serve a pattern that is not known beforehand.
      select * from search_terms
      where locale = wanted.locale and term ~>=~ wanted.text and term ~<~ (wanted.text || ${"\uffff"}::text) and documents > 0
      order by documents desc limit 8
    ) as found
    left join search_terms as title on title.locale = found.locale and title.term = '=' || found.term`);
  return rows.flatMap(beginningOf);
}

export type TermRow = { locale: string; term: string; documents: string; titles: string };

export function beginningOf({ locale, term, documents, titles }: TermRow): Beginning[] {
  return isLocale(locale) ? [{ locale, term, documents: Number(documents), titles: Number(titles) }] : [];
}

export type CountChange = { locale: Locale; terms: Map<string, number>; documents: number; length: number };

/** Adds to the counts; only one transaction at a time may do so. */
export async function changeCounts(tx: Tx, changes: CountChange[]): Promise<void> {
  for (const { locale, terms, documents, length } of changes) {
    const changed = [...terms].filter(([, by]) => by !== 0);
    if (changed.length > 0) {
      await tx.execute(sql`
        insert into search_terms (locale, term, documents)
        select ${locale}::locale, changed.term, changed.by
        from unnest(${sql.param(changed.map(([term]) => term))}::text[], ${sql.param(changed.map(([, by]) => by))}::int[]) as changed (term, by)
        on conflict (locale, term) do update set documents = search_terms.documents + excluded.documents`);
    }
    if (documents === 0 && length === 0) continue;
    await tx.execute(sql`
      insert into search_totals (locale, documents, length) values (${locale}, ${documents}, ${length})
      on conflict (locale) do update set documents = search_totals.documents + excluded.documents, length = search_totals.length + excluded.length`);
  }
}

/** Counts everything anew from the documents, forgetting terms that none holds any more. */
export async function recount(tx: Tx): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`delete from search_terms`);
  for (const locale of ["en", "de"] as const) {
    await tx.execute(sql`
      insert into search_terms (locale, term, documents)
      select ${locale}::locale, word, ndoc
      from ts_stat(${`select vector from search_documents where locale = '${locale}' and vector is not null`})`);
  }
  await tx.execute(sql`update search_totals set documents = 0, length = 0`);
  await tx.execute(sql`
    insert into search_totals (locale, documents, length)
    select locale, count(*), coalesce(sum(document_length), 0) from search_documents where not meili_deleted group by locale
    on conflict (locale) do update set documents = excluded.documents, length = excluded.length`);
}
