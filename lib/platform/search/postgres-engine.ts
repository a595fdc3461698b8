import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { searchDocuments } from "@/db/schema";
import { type Locale, locales } from "../i18n/locale";
import { documentVector, quoted } from "./document-vector";
import { learnFrom } from "./learn-words";
import {
  type EngineHits,
  type EngineQuery,
  keyOf,
  type SearchDocument,
  type SearchEngine,
  splitKey,
} from "./engine";
import { findCandidates } from "./postgres-candidates";
import { type CountChange, changeCounts, recount } from "./term-statistics";

const portion = 500;
const compoundsAtOnce = 200;

/** Full text search in the database itself; its table of documents is also what Meilisearch is filled from. */
export const postgresEngine: SearchEngine = {
  name: "postgres",
  search: (query: EngineQuery): Promise<EngineHits> =>
    findCandidates(query.filter.locale ? [query.filter.locale] : locales, query),
  put: (documents) => inTransaction((tx) => putDocuments(tx, documents)),
  remove: (keys) => inTransaction((tx) => removeDocuments(tx, keys)),
  list: listDocuments,
  replaceAll: async (portions) => {
    const kept = new Set<string>();
    for await (const documents of portions) {
      await postgresEngine.put(documents);
      for (const { key } of documents) kept.add(key);
    }
    for await (const documents of listDocuments()) {
      await postgresEngine.remove(documents.map(({ key }) => key).filter((key) => !kept.has(key)));
    }
    await inTransaction(async (tx) => {
      await lockIndex(tx);
      await recount(tx);
    });
  },
};

/** Only one transaction at a time changes the index: its counts are sums of differences. */
export async function lockIndex(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7340120)`);
}

export async function putDocuments(tx: Tx, documents: SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await lockIndex(tx);
  const keys = documents.map(({ key }) => key);
  const compounds = await learnFrom(tx, documents);
  const counts = await countsOf(tx, keys, -1);
  for (let start = 0; start < documents.length; start += portion) {
    const rows: ReturnType<typeof rowOf>[] = [];
    for (const document of documents.slice(start, start + portion)) {
      const vector = documentVector(document);
      addCount(counts, document.locale, vector.terms, vector.length, 1);
      rows.push(rowOf(document, vector.text, vector.length));
      // Long threads take milliseconds each: whoever waits for a page goes first.
      await breathe();
    }
    await tx
      .insert(searchDocuments)
      .values(rows)
      .onConflictDoUpdate({ target: [searchDocuments.kind, searchDocuments.docId], set: replaced });
  }
  await splitAgain(tx, compounds, new Set(keys), counts);
  await changeCounts(tx, [...counts.values()]);
}

/**
 * Documents that hold a word which turned out to be a compound are indexed by its parts too; Meilisearch is sent them
 * once more. Whoever calls adds `counts` to the statistics. Returns how many there were.
 */
export async function splitAgain(
  tx: Tx,
  compounds: string[],
  done: Set<string>,
  counts: Map<Locale, CountChange>,
): Promise<number> {
  let documents = 0;
  for (let start = 0; start < compounds.length; start += compoundsAtOnce) {
    const any = compounds
      .slice(start, start + compoundsAtOnce)
      .map((term) => `'${quoted(term)}'`)
      .join(" | ");
    const { rows } = await tx.execute<Stored>(sql`
      select kind, doc_id as id, locale, title, body, answer, replies, tag_slugs as tags, category_name as "categoryName", tsvector_to_array(vector) as terms, document_length as length
      from search_documents where locale = 'de' and not meili_deleted and vector @@ ${any}::tsquery`);
    const changed = rows.filter(({ kind, id }) => !done.has(keyOf(kind, Number(id))));
    for (const { kind, id, locale, terms, length, ...texts } of changed) {
      done.add(keyOf(kind, Number(id)));
      documents += 1;
      const vector = documentVector({ locale, ...texts });
      addCount(counts, locale, terms, length, -1);
      addCount(counts, locale, vector.terms, vector.length, 1);
      await tx.execute(sql`
        update search_documents set vector = ${vector.text}::tsvector, document_length = ${vector.length}, meili_version = -1 where kind = ${kind} and doc_id = ${id}`);
    }
  }
  return documents;
}

type Stored = {
  kind: string;
  id: string;
  locale: Locale;
  title: string;
  body: string;
  answer: string;
  replies: string;
  tags: string[];
  categoryName: string;
  terms: string[];
  length: number;
};

/** What stays is a note for Meilisearch, without any text. */
export async function removeDocuments(tx: Tx, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await lockIndex(tx);
  const counts = await countsOf(tx, keys, -1);
  await tx.execute(
    process.env.MEILI_URL
      ? sql`update search_documents set meili_deleted = true, vector = null, title = '', body = '', answer = '', replies = '', author_name = '', author_id = null,
        url = '', tag_slugs = '{}', products = '{}', document_length = 0, related = '[]', related_for = '', version = version + 1 where ${isOneOf(keys)} and not meili_deleted`
      : sql`delete from search_documents where ${isOneOf(keys)}`,
  );
  // After the document, which whoever adds a vector locks.
  await tx.execute(sql`delete from search_embeddings where ${isOneOf(keys)}`);
  await changeCounts(tx, [...counts.values()]);
}

function rowOf(document: SearchDocument, vector: string, documentLength: number) {
  const { key, tags, partOf = null, ...same } = document;
  const { kind, id } = splitKey(key);
  return { ...same, kind, docId: id, tagSlugs: tags, partOf, vector, documentLength, meiliDeleted: false };
}

const replaced = Object.fromEntries(
  (
    [
      "locale",
      "audience",
      "categoryId",
      "categoryName",
      "tagSlugs",
      "state",
      "title",
      "body",
      "answer",
      "replies",
      "url",
      "authorName",
      "authorId",
      "products",
      "score",
      "createdAt",
      "updatedAt",
      "version",
      "vector",
      "documentLength",
      "meiliDeleted",
      "partOf",
    ] as const
  ).map((column) => [
    column,
    sql.raw(`excluded.${column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
  ]),
);

/** What these documents contributed to the counts so far, with its sign turned. */
async function countsOf(tx: Tx, keys: string[], sign: number): Promise<Map<Locale, CountChange>> {
  const counts = new Map<Locale, CountChange>();
  const { rows } = await tx.execute<{ locale: Locale; terms: string[]; length: number }>(sql`
    select locale, tsvector_to_array(vector) as terms, document_length as length from search_documents
    where ${isOneOf(keys)} and not meili_deleted and vector is not null`);
  for (const { locale, terms, length } of rows) addCount(counts, locale, terms, length, sign);
  return counts;
}

function addCount(
  counts: Map<Locale, CountChange>,
  locale: Locale,
  terms: string[],
  length: number,
  sign: number,
): void {
  const count = counts.get(locale) ?? { locale, terms: new Map<string, number>(), documents: 0, length: 0 };
  counts.set(locale, count);
  for (const term of terms) count.terms.set(term, (count.terms.get(term) ?? 0) + sign);
  count.documents += sign;
  count.length += sign * length;
}

function isOneOf(keys: string[]) {
  const parts = keys.map(splitKey);
  return sql`(kind, doc_id) in (select * from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[]))`;
}

async function* listDocuments(): AsyncGenerator<{ key: string; version: number }[]> {
  let after = { kind: "", id: 0 };
  for (;;) {
    const { rows } = await db.execute<{ kind: string; id: string; version: string }>(sql`
      select kind, doc_id as id, version from search_documents
      where (kind, doc_id) > (${after.kind}, ${after.id}) and not meili_deleted order by kind, doc_id limit 5000`);
    const last = rows.at(-1);
    if (!last) return;
    after = { kind: last.kind, id: Number(last.id) };
    yield rows.map(({ kind, id, version }) => ({ key: keyOf(kind, Number(id)), version: Number(version) }));
  }
}
