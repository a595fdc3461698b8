import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { whose } from "./whose";

/** A search this long before a question or a chat is taken to have led there. */
const patienceMs = 30 * 60_000;

/** After a question was posted: the asker's searches just before it ended in it. */
export async function linkToQuestion({ threadId }: { threadId: number }): Promise<void> {
  await inTransaction((tx) =>
    tx.execute(sql`
      update search_queries q set ended_in = 'question', ended_thread_id = t.id
      from threads t
      where t.id = ${threadId} and q.member_id = t.author_id and q.ended_in is null
        and q.created_at between t.created_at - make_interval(secs => ${patienceMs / 1000}) and t.created_at`),
  );
}

/** After a conversation was opened: a chat, or a ticket (callback, message). What ended in the question before it now ended here. */
export async function linkToConversation({ conversationId }: { conversationId: number }): Promise<void> {
  await inTransaction((tx) =>
    tx.execute(sql`
      update search_queries q set ended_in = case when c.choice = 'chat' then 'chat' else 'ticket' end, ended_thread_id = c.thread_id
      from conversations c
      where c.id = ${conversationId} and q.member_id = c.asker_id
        and (q.ended_in is null and q.created_at between c.created_at - make_interval(secs => ${patienceMs / 1000}) and c.created_at
          or q.ended_in = 'question' and q.ended_thread_id = c.thread_id)`),
  );
}

/** Who searched before signing in asked all the same: only that it ended so is kept, not by whom or where. */
export async function linkVisitorSearches(voice: string): Promise<void> {
  const since = new Date(now().getTime() - patienceMs).toISOString();
  await inTransaction((tx) =>
    tx.execute(sql`
      update search_queries set ended_in = 'question'
      where ${whose(null, voice)} and ended_in is null and clicked = '[]' and created_at > ${since}::timestamptz`),
  );
}
