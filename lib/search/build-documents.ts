import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Fact } from "@/db/schema";
import { bestFirst } from "@/lib/answers/best-first";
import { type Locale, locales } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { keyOf, type SearchDocument, splitKey } from "@/lib/platform/search/engine";
import { htmlText } from "@/lib/platform/search/html-text";
import { categoryName } from "./wanted-documents";

type Reader = Pick<Tx, "execute">;
type Common = {
  id: string;
  locale: Locale;
  audience: string;
  category_id: string;
  category_name: string;
  title: string;
  slug: string;
  html: string;
  author: string;
  author_id: string;
  score: number;
  created: string;
  updated: string;
  tags: string[];
};
type ThreadRow = Common & { state: string; facts: Fact[]; merged: { title: string; html: string }[]; answers: { html: string; good: boolean }[] };
type ArticleRow = Common & { state: string; summary: string; scope: string; tools: string[] };
type PassageRow = Common & { state: string; scope: string; article_id: string; video_id: string; start: number };

/** Beyond this the rest of a thread is not indexed (characters); its best answers come first, so they are never what is cut. */
const longestReplies = 60_000;
const longestBody = 60_000;
const mostReplies = 300;
const answerLength = 200;
/** Facts of a question that say what it is about, as the form for asking names them; and what is a name rather than a sentence. */
const productLabels = locales.flatMap((locale) => [translator(locale)("ask.appliance"), translator(locale)("ask.firmware")]);
const isName = (text: string) => text.length > 0 && text.length <= 60;

/** What can be found, read from the tables of its truth: keys that nobody may find (hidden, deleted, unpublished) are left out. */
export async function buildDocuments(tx: Reader, versions: Map<string, number>): Promise<SearchDocument[]> {
  const ids = (kind: string) =>
    [...versions.keys()]
      .map(splitKey)
      .filter((part) => part.kind === kind)
      .map(({ id }) => id);
  const threads = await readThreads(tx, ids("thread"));
  const articles = await readArticles(tx, ids("article"));
  const passages = await readPassages(tx, ids("video"));
  const version = (key: string) => versions.get(key) ?? 0;
  const documents: SearchDocument[] = [];
  for (const row of threads) {
    documents.push(threadDocument(row, version));
    // Long threads take milliseconds each: whoever waits for a page goes first.
    await breathe();
  }
  return [...documents, ...articles.map((row) => articleDocument(row, version)), ...passages.map((row) => passageDocument(row, version))];
}

async function readThreads(tx: Reader, ids: number[]): Promise<ThreadRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<ThreadRow>(sql`
    select t.id, t.locale, c.audience, t.category_id, ${categoryName(sql`t.locale`)} as category_name, t.title, t.slug, t.body_html as html, m.display_name as author, t.author_id, t.score, t.state, t.facts,
      t.created_at as created, t.last_activity_at as updated,
      array(select tags.slug from thread_tags join tags on tags.id = tag_id where thread_id = t.id order by tags.slug) as tags,
      array(
        with recursive joined as (
          select id, title, body_html, status_reason from threads where merged_into_id = t.id
          union select earlier.id, earlier.title, earlier.body_html, earlier.status_reason from threads earlier join joined on earlier.merged_into_id = joined.id
        )
        select jsonb_build_object('title', title, 'html', body_html) from joined where status_reason = 'merged' order by id
      ) as merged,
      array(
        select jsonb_build_object('html', answers.body_html, 'good', accepted_at is not null or official or answers.score > 0)
        from answers where thread_id = t.id and answers.status = 'published' order by ${bestFirst} limit ${mostReplies}
      ) as answers
    from threads t join categories c on c.id = t.category_id join members m on m.id = t.author_id
    where t.id = any(${sql.param(ids)}::bigint[]) and t.status = 'published'`);
  return rows;
}

async function readArticles(tx: Reader, ids: number[]): Promise<ArticleRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<ArticleRow>(sql`
    select a.id, a.locale, c.audience, a.category_id, ${categoryName(sql`a.locale`)} as category_name, r.title, a.slug, r.body_html as html, m.display_name as author, a.owner_id as author_id,
      a.helpful_count - a.unhelpful_count as score, a.state, r.summary, a.scope, a.tools,
      a.created_at as created, a.updated_at as updated, '{}'::text[] as tags
    from articles a join categories c on c.id = a.category_id join members m on m.id = a.owner_id
      join article_revisions r on r.id = a.live_revision_id
    where a.id = any(${sql.param(ids)}::bigint[]) and a.state in ('published', 'stale')`);
  return rows;
}

/** What is said in videos whose file is there, under the title of their article. */
async function readPassages(tx: Reader, ids: number[]): Promise<PassageRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<PassageRow>(sql`
    select p.id, p.locale, c.audience, a.category_id, ${categoryName(sql`p.locale`)} as category_name, r.title, a.slug, p.text as html, m.display_name as author, a.owner_id as author_id,
      0 as score, a.state, a.scope, v.article_id, p.video_id, p.start, v.created_at as created, a.updated_at as updated, '{}'::text[] as tags
    from video_passages p join videos v on v.id = p.video_id join articles a on a.id = v.article_id
      join categories c on c.id = a.category_id join members m on m.id = a.owner_id join article_revisions r on r.id = a.live_revision_id
    where p.id = any(${sql.param(ids)}::bigint[]) and a.state in ('published', 'stale') and v.file_id is not null`);
  return rows;
}

function threadDocument(row: ThreadRow, version: (key: string) => number): SearchDocument {
  const answers = row.answers.map(({ html }) => htmlText(html));
  const body = [htmlText(row.html), ...row.facts.map(({ value }) => value), ...row.merged.flatMap(({ title, html }) => [title, htmlText(html)])].join("\n");
  return {
    ...common("thread", row, version),
    products: row.facts.filter(({ label }) => productLabels.includes(label)).map(({ value }) => value.trim()).filter(isName),
    state: row.state,
    body: cut(body, longestBody),
    answer: excerpt(answers[0] ?? "", answerLength),
    replies: cut(answers.join("\n"), longestReplies),
    url: `/t/${row.id}/${row.slug}`,
  };
}

function articleDocument(row: ArticleRow, version: (key: string) => number): SearchDocument {
  const body = htmlText(row.html);
  return {
    ...common("article", row, version),
    products: productsIn(row.scope),
    state: row.state,
    body: cut([body, row.scope, ...row.tools].filter(Boolean).join("\n"), longestBody),
    answer: excerpt(row.summary || body, answerLength),
    replies: "",
    url: `/kb/${row.id}/${row.slug}`,
  };
}

function passageDocument(row: PassageRow, version: (key: string) => number): SearchDocument {
  return {
    ...common("video", row, version),
    products: productsIn(row.scope),
    state: row.state,
    body: row.html,
    answer: "",
    replies: "",
    url: `/kb/${row.article_id}/${row.slug}?t=${row.start}#video-${row.video_id}`,
    partOf: keyOf("article", Number(row.article_id)),
  };
}

function productsIn(scope: string): string[] {
  return scope.split(/[,;\n]/).map((name) => name.trim()).filter(isName);
}

function common(kind: string, row: Common, version: (key: string) => number) {
  const key = keyOf(kind, Number(row.id));
  const { locale, audience, title, tags, author: authorName } = row;
  return {
    key,
    locale,
    audience,
    title,
    tags,
    authorName,
    authorId: Number(row.author_id),
    categoryId: Number(row.category_id),
    categoryName: row.category_name,
    score: Number(row.score),
    createdAt: new Date(row.created),
    updatedAt: new Date(row.updated),
    version: version(key),
  };
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  return text.slice(0, end > 0 ? end : length).replace(/[\uD800-\uDBFF]$/, "");
}
