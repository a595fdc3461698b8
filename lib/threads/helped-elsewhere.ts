import { type SQL, sql } from "drizzle-orm";

/**
 * Conversations about a thread that ended because its author, while waiting, was helped by what stands elsewhere. Only
 * they said so: others may go on answering. Taking the conversation up again takes it back.
 */
export function helpedElsewhere(threadId: SQL, authorId: SQL): SQL {
  return sql`conversations where thread_id = ${threadId} and asker_id = ${authorId} and state = 'answered'
    and (linked_article_id is not null
      or exists (select 1 from answers as known where known.id = linked_answer_id and known.thread_id <> conversations.thread_id))`;
}
