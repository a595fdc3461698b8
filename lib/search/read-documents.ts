import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { keyOf, type SearchDocument, splitKey } from "@/lib/platform/search/engine";

type Row = {
  kind: string;
  id: string;
  locale: Locale;
  audience: string;
  category_id: string;
  category_name: string;
  tags: string[];
  state: string;
  title: string;
  body: string;
  answer: string;
  replies: string;
  url: string;
  author_name: string;
  author_id: string | null;
  products: string[];
  score: number;
  created_at: string;
  updated_at: string;
  version: string;
};

/** Documents as they are indexed. */
export async function readDocuments(keys: string[]): Promise<SearchDocument[]> {
  if (keys.length === 0) return [];
  const parts = keys.map(splitKey);
  return select(
    sql`(kind, doc_id) in (select * from unnest(${sql.param(parts.map(({ kind }) => kind))}::text[], ${sql.param(parts.map(({ id }) => id))}::bigint[]))`,
  );
}

/** All of them, in portions. */
export async function* streamDocuments(portion = 500): AsyncGenerator<SearchDocument[]> {
  let after = { kind: "", id: 0 };
  for (;;) {
    const documents = await select(sql`(kind, doc_id) > (${after.kind}, ${after.id}::bigint)`, portion);
    const last = documents.at(-1);
    if (!last) return;
    after = splitKey(last.key);
    yield documents;
  }
}

async function select(which: SQL, limit = 5_000): Promise<SearchDocument[]> {
  const { rows } = await db.execute<Row>(sql`
    select kind, doc_id as id, locale, audience, category_id, category_name, tag_slugs as tags, state, title, body, answer, replies, url, author_name, author_id, products, score,
      created_at, updated_at, version
    from search_documents where ${which} and not meili_deleted order by kind, doc_id limit ${limit}`);
  return rows.map(
    ({ kind, id, category_id, category_name, author_name, author_id, score, created_at, updated_at, version, ...row }) => ({
      ...row,
      key: keyOf(kind, Number(id)),
      categoryId: Number(category_id),
      categoryName: category_name,
      authorName: author_name,
      authorId: author_id === null ? null : Number(author_id),
      score: Number(score),
      createdAt: new Date(created_at),
      updatedAt: new Date(updated_at),
      version: Number(version),
    }),
  );
}
