import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { CustomerView } from "./customer-view";
import { findConversation } from "./find-conversation";
import type { PacketPart } from "./packet";
import { canWriteNote } from "./permissions";

const MOST = 8;

/** Who asks, beyond this question: what they asked and read, their talks with the company and how they judged them. */
export async function getCustomer(actor: Actor, conversationId: unknown): Promise<CustomerView> {
  const conversation = await findConversation(db, actor, parseInput(idInput, conversationId));
  assertCan(canWriteNote(actor, conversation));
  const { askerId } = conversation;
  const { rows } = await db.execute<Record<"threads" | "chats" | "articles", unknown> & { hidden: PacketPart[]; since: string; rating: string | null; answers: number }>(sql`
    select (select coalesce(packet->'hidden', '[]') from conversations where id = ${conversation.id}) as hidden, members.created_at as since,
      (select count(*)::int from answers where author_id = members.id and status = 'published') as answers,
      (select avg(((ratings->>'fast')::numeric + (ratings->>'clear')::numeric + (ratings->>'fair')::numeric) / 3)
        from conversations where asker_id = members.id and ratings is not null) as rating,
      (select coalesce(json_agg(one), '[]') from (
        select id, '/t/' || id || '/' || slug as url, title, state, created_at as at
        from threads where author_id = members.id and status = 'published' order by id desc limit ${MOST}) as one) as threads,
      (select coalesce(json_agg(one), '[]') from (
        select conversations.id, threads.title, conversations.state, conversations.created_at as at,
          round(((ratings->>'fast')::numeric + (ratings->>'clear')::numeric + (ratings->>'fair')::numeric) / 3, 1) as rating
        from conversations join threads on threads.id = thread_id
        where asker_id = members.id and conversations.id <> ${conversation.id} order by conversations.id desc limit ${MOST}) as one) as chats,
      (select coalesce(json_agg(one), '[]') from (
        select articles.id, '/kb/' || articles.id || '/' || slug as url, title, read_at as at,
          (select helpful from article_feedback where article_id = articles.id and member_id = members.id
            order by article_feedback.id desc limit 1) as helpful
        from article_reads join articles on articles.id = article_reads.article_id
        where article_reads.member_id = members.id order by read_at desc limit ${MOST}) as one) as articles
    from members where id = ${askerId}`);
  const [row] = rows;
  if (!row) throw new Error("no asker");
  // What they keep back from this conversation is not shown beside it either.
  const keepsBack = (part: PacketPart) => row.hidden.includes(part);
  return {
    since: new Date(row.since),
    answers: row.answers,
    rating: row.rating === null || keepsBack("earlier") ? null : Number(row.rating),
    threads: row.threads as CustomerView["threads"],
    chats: keepsBack("earlier") ? [] : (row.chats as CustomerView["chats"]),
    articles: keepsBack("articles") ? [] : (row.articles as CustomerView["articles"]),
  };
}
