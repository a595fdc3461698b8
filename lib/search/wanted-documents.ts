import { type SQL, sql } from "drizzle-orm";

/** Of the category `c`, in the language of what lies in it. */
export function categoryName(locale: SQL): SQL {
  return sql`case ${locale} when 'de' then c.name_de else c.name_en end`;
}

/** What the index should hold: kind and id of everything that can be found, with what a change to many at once may change. */
export const wantedDocuments: SQL = sql`(
  select 'thread' as kind, t.id, t.category_id, ${categoryName(sql`t.locale`)} as category_name, c.audience::text as audience, t.state::text as state, t.title
  from threads t join categories c on c.id = t.category_id where t.status = 'published'
  union all
  select 'article', a.id, a.category_id, ${categoryName(sql`a.locale`)}, c.audience::text, a.state::text, r.title
  from articles a join categories c on c.id = a.category_id join article_revisions r on r.id = a.live_revision_id
  where a.state in ('published', 'stale')
  union all
  select 'video', p.id, a.category_id, ${categoryName(sql`p.locale`)}, c.audience::text, a.state::text, r.title
  from video_passages p join videos v on v.id = p.video_id join articles a on a.id = v.article_id
    join categories c on c.id = a.category_id join article_revisions r on r.id = a.live_revision_id
  where a.state in ('published', 'stale') and v.file_id is not null
)`;
