import { type SQL, sql } from "drizzle-orm";

/** A number that is kept in a row so that no page has to count, and what it must be. */
export type Counter = {
  /** As people say it. */
  name: string;
  table: SQL;
  column: SQL;
  /** About the row called `t`. */
  truth: SQL;
  /** Only rows of which the truth is known. */
  where?: SQL;
  /** Tag of the pages that show it, before the id; null when none does. */
  page: string | null;
};

const published = sql`status = 'published'`;

export const counters: Counter[] = [
  { name: "comments on questions", table: sql`threads`, column: sql`comment_count`, page: "thread:", truth: sql`(select count(*)::int from comments where thread_id = t.id and answer_id is null and ${published})` },
  { name: "comments on answers", table: sql`answers`, column: sql`comment_count`, page: null, truth: sql`(select count(*)::int from comments where answer_id = t.id and ${published})` },
  { name: "people who have it too", table: sql`threads`, column: sql`me_too_count`, page: "thread:", truth: sql`(select count(*)::int from me_toos where thread_id = t.id)` },
  { name: "followers", table: sql`threads`, column: sql`follower_count`, page: "thread:", truth: sql`(select count(*)::int from subscriptions where thread_id = t.id)` },
  // Posts that came from elsewhere brought a score without the votes.
  { name: "votes on questions", table: sql`threads`, column: sql`score`, page: "thread:", where: sql`t.attribution is null`, truth: sql`(select coalesce(sum(value), 0)::int from votes where target_kind = 'thread' and target_id = t.id)` },
  { name: "votes on answers", table: sql`answers`, column: sql`score`, page: null, where: sql`t.attribution is null`, truth: sql`(select coalesce(sum(value), 0)::int from votes where target_kind = 'answer' and target_id = t.id)` },
  { name: "threads of tags", table: sql`tags`, column: sql`thread_count`, page: "tag:", truth: sql`(select count(*)::int from thread_tags join threads on threads.id = thread_id where tag_id = t.id and ${published})` },
  { name: "threads of categories", table: sql`categories`, column: sql`thread_count`, page: "category:", truth: sql`(select count(*)::int from threads where category_id = t.id and ${published})` },
  { name: "answers of members", table: sql`members`, column: sql`answer_count`, page: "member:", truth: sql`(select count(*)::int from answers where author_id = t.id and ${published})` },
  {
    name: "solutions of members", table: sql`members`, column: sql`accepted_count`, page: "member:",
    truth: sql`(select count(*)::int from answers join threads on threads.id = answers.thread_id where answers.author_id = t.id and threads.author_id <> t.id and answers.accepted_at is not null and answers.status = 'published')`,
  },
];
