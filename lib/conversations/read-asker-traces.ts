import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { FoundThread } from "@/lib/threads/find-thread";
import type { Packet } from "./packet";

type Traces = Pick<Packet, "searches" | "articles" | "earlier">;
const MOST = 10;
/** A search this long before the question belongs to it. */
const BEFORE_MS = 24 * 3_600_000;

/** What the asker looked for and read around this question, and their earlier conversations. */
export async function readAskerTraces(tx: Pick<Tx, "execute">, asker: Member, thread: FoundThread): Promise<Traces> {
  const since = new Date(Math.min(thread.createdAt.getTime(), now().getTime()) - BEFORE_MS).toISOString();
  const searches = await tx.execute<{ query: string; hits: number; at: string }>(sql`
      select * from (select distinct on (lower(query)) id, query, hits, created_at as at from search_queries
        where member_id = ${asker.id} and created_at > ${since}::timestamptz order by lower(query), id desc) as looked
      order by id desc limit ${MOST}`);
  const articles = await tx.execute<{ id: string; slug: string; title: string; at: string; helpful: boolean | null }>(sql`
      select articles.id, articles.slug, articles.title, read_at as at,
        (select helpful from article_feedback where article_id = articles.id and member_id = ${asker.id}
          order by article_feedback.id desc limit 1) as helpful
      from article_reads join articles on articles.id = article_reads.article_id
      where article_reads.member_id = ${asker.id} and read_at > ${since}::timestamptz
      order by read_at desc limit ${MOST}`);
  const earlier = await tx.execute<{ id: string; title: string; at: string; rating: number | null }>(sql`
      select conversations.id, threads.title, conversations.closed_at as at,
        ((ratings->>'fast')::numeric + (ratings->>'clear')::numeric + (ratings->>'fair')::numeric) / 3 as rating
      from conversations join threads on threads.id = thread_id
      where asker_id = ${asker.id} and conversations.state = 'closed'
      order by conversations.closed_at desc limit 5`);
  const iso = (at: string) => new Date(at).toISOString();
  return {
    searches: searches.rows
      .map(({ query, hits, at }) => ({ query, hits, at: iso(at) }))
      .sort((a, b) => a.at.localeCompare(b.at)),
    articles: articles.rows.map(({ id, slug, title, at, helpful }) => ({
      id: Number(id),
      url: `/kb/${id}/${slug}`,
      title,
      readAt: iso(at),
      helpful,
    })),
    earlier: earlier.rows.map(({ id, title, at, rating }) => ({
      conversationId: Number(id),
      url: `/chat/${id}`,
      title,
      closedAt: iso(at),
      rating: rating === null ? null : Math.round(Number(rating) * 10) / 10,
    })),
  };
}
