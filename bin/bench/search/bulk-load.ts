import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { categories, members } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import { indexChanges } from "@/lib/search/index-changes";

export type Text = { title: string; body: string; answers: string[] };
type Home = { categoryId: number; authorId: number };

const portion = 500;

/**
 * Puts texts of collections that have no importer straight into the tables, with the rows of the search outbox
 * that every act leaves: what is indexed and how is the product's own. Returns the ids in the order of the texts.
 */
export async function bulkLoad(kind: "thread" | "article", locale: Locale, texts: Text[]): Promise<number[]> {
  const home = await findHome();
  const ids: number[] = [];
  for (let start = 0; start < texts.length; start += portion) {
    const some = texts.slice(start, start + portion);
    ids.push(...(await (kind === "thread" ? loadThreads(home, locale, some) : loadArticles(home, locale, some))));
  }
  return ids;
}

/** Until nothing waits for the index any more. */
export async function indexAll(tell: (done: number) => void = () => {}): Promise<number> {
  let all = 0;
  for (;;) {
    const done = await indexChanges();
    if (done === 0) break;
    all += done;
    tell(all);
  }
  await db.execute(sql`analyze`);
  return all;
}

async function findHome(): Promise<Home> {
  const [category] = await db
    .insert(categories)
    .values({ slug: "collected", nameEn: "Collected", nameDe: "Gesammelt" })
    .onConflictDoUpdate({ target: categories.slug, set: { nameEn: "Collected" } })
    .returning({ id: categories.id });
  const [author] = await db
    .insert(members)
    .values({ name: "collector", displayName: "Collector", email: "collector@example.com", role: "member", trust: "known", mailNotifications: false })
    .onConflictDoUpdate({ target: members.name, set: { displayName: "Collector" } })
    .returning({ id: members.id });
  if (!category || !author) throw new Error("no home for the texts");
  return { categoryId: category.id, authorId: author.id };
}

async function loadThreads({ categoryId, authorId }: Home, locale: Locale, texts: Text[]): Promise<number[]> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into threads (category_id, author_id, locale, title, slug, body, body_html, state, answer_count)
      select ${categoryId}, ${authorId}, ${locale}, title, 'text', body, html, case when answers > 0 then 'answered' else 'unanswered' end::thread_state, answers
      from ${unnested(texts)} order by place returning id`);
    const ids = rows.map(({ id }) => Number(id));
    const answers = texts.flatMap(({ answers }, at) => answers.map((text) => ({ threadId: ids[at] ?? 0, text })));
    await tx.execute(sql`
      insert into answers (thread_id, author_id, body, body_html) select thread_id, ${authorId}, body, html
      from unnest(${sql.param(answers.map(({ threadId }) => threadId))}::bigint[], ${sql.param(answers.map(({ text }) => text))}::text[],
        ${sql.param(answers.map(({ text }) => htmlOf(text)))}::text[]) with ordinality as a (thread_id, body, html, place) order by place`);
    await tx.execute(sql`insert into search_outbox (kind, doc_id) select 'thread', unnest(${sql.param(ids)}::bigint[])`);
    return ids;
  });
}

async function loadArticles({ categoryId, authorId }: Home, locale: Locale, texts: Text[]): Promise<number[]> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into articles (slug, locale, category_id, state, owner_id, title, published_at, verified_at)
      select 'text', ${locale}, ${categoryId}, 'published', ${authorId}, title, now(), now() from ${unnested(texts)} order by place returning id`);
    const ids = rows.map(({ id }) => Number(id));
    await tx.execute(sql`
      with revisions as (
        insert into article_revisions (article_id, number, title, body, body_html, editor_id)
        select id, 1, title, body, html, ${authorId} from unnest(${sql.param(ids)}::bigint[]) with ordinality as made (id, place) join ${unnested(texts)} using (place)
        returning id, article_id
      ) update articles set live_revision_id = revisions.id, staged_revision_id = revisions.id from revisions where articles.id = article_id`);
    await tx.execute(sql`insert into search_outbox (kind, doc_id) select 'article', unnest(${sql.param(ids)}::bigint[])`);
    return ids;
  });
}

function unnested(texts: Text[]) {
  return sql`unnest(${sql.param(texts.map(({ title }) => title))}::text[], ${sql.param(texts.map(({ body }) => body))}::text[],
    ${sql.param(texts.map(({ body }) => htmlOf(body)))}::text[], ${sql.param(texts.map(({ answers }) => answers.length))}::int[]) with ordinality as given (title, body, html, answers, place)`;
}

function htmlOf(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<p>${escaped.replace(/\n{2,}/g, "</p><p>")}</p>`;
}
