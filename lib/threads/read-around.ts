import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members, threads } from "@/db/schema";
import { readLinked } from "@/lib/conversations/read-linked";
import type { Actor } from "@/lib/members/actor";
import { authorColumns, authorView } from "./author-columns";
import type { FoundThread } from "./find-thread";
import { helpedElsewhere } from "./helped-elsewhere";
import type { AuthorView, TagRef, ThreadArticle, ThreadRef, ThreadView } from "./thread-view";
import { listedThreads } from "./visible";

export type Around = {
  author: AuthorView;
  tags: TagRef[];
  article: ThreadArticle | null;
  duplicateOf: ThreadRef | null;
  duplicates: ThreadRef[];
  liveSince: Date | null;
  helped: ThreadView["helped"];
};

type StoredArticle = Omit<ThreadArticle, "publishedAt" | "verifiedAt"> & { publishedAt: string | null; verifiedAt: string | null };
type StoredHelp = { at: string; linkedAnswerId: number | null; linkedArticleId: number | null };
const mostDuplicates = 10;

/** What stands around a thread's posts, in one query; in one more what its author was helped by. */
export async function readAround(actor: Actor, thread: FoundThread): Promise<Around> {
  const [row] = await db
    .select({
      author: authorColumns(thread.categoryPath),
      tags: sql<TagRef[]>`(${tagsOf(thread)})`,
      article: sql<StoredArticle | null>`(${articleOf(thread)})`,
      duplicateOf: sql<ThreadRef[]>`(${listed(actor, sql`${threads.id} = ${thread.duplicateOfId ?? 0}`)})`,
      duplicates: sql<ThreadRef[]>`(${listed(actor, sql`${threads.duplicateOfId} = ${thread.id}`)})`,
      liveSince: sql<string | null>`(
        select min(accepted_at) from conversations where thread_id = ${thread.id} and state = 'active'
      )`,
      helped: sql<StoredHelp | null>`(
        select json_build_object('at', closed_at, 'linkedAnswerId', linked_answer_id, 'linkedArticleId', linked_article_id)
        from ${helpedElsewhere(sql`${thread.id}`, sql`${thread.authorId}`)} order by closed_at desc limit 1
      )`,
    })
    .from(members)
    .where(eq(members.id, thread.authorId));
  if (!row) throw new Error("a thread without an author");
  return {
    author: authorView(row.author),
    tags: row.tags,
    article: row.article && {
      ...row.article,
      publishedAt: instantOf(row.article.publishedAt),
      verifiedAt: instantOf(row.article.verifiedAt),
    },
    duplicateOf: row.duplicateOf[0] ?? null,
    duplicates: row.duplicates,
    liveSince: instantOf(row.liveSince),
    helped: row.helped && { at: new Date(row.helped.at), by: await readLinked(actor, row.helped) },
  };
}

function tagsOf(thread: FoundThread): SQL {
  return sql`select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name) order by name), '[]')
    from tags where id in (select tag_id from thread_tags where thread_id = ${thread.id})`;
}

/** Only once there is something to read. */
function articleOf(thread: FoundThread): SQL {
  return sql`select json_build_object('id', id, 'slug', slug, 'title', title, 'summary', summary,
      'durationMinutes', duration_minutes, 'publishedAt', published_at, 'verifiedAt', verified_at)
    from articles
    where id = ${thread.articleId ?? 0} and live_revision_id is not null and state not in ('archived', 'draft')`;
}

function listed(actor: Actor, which: SQL): SQL {
  return sql`select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'title', title) order by id), '[]')
    from (select * from threads where ${and(which, listedThreads(actor))} order by id limit ${mostDuplicates}) as threads`;
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
