import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ConversationView } from "./conversation-view";

/** The public thing that had the answer already: of an article the answer it was made of is linked too. */
export async function readLinked(conversation: {
  linkedAnswerId: number | null;
  linkedArticleId: number | null;
}): Promise<ConversationView["linked"]> {
  const { linkedAnswerId, linkedArticleId } = conversation;
  if (linkedArticleId !== null) {
    const { rows } = await db.execute<{ slug: string; title: string }>(
      sql`select slug, title from articles where id = ${linkedArticleId} and state in ('published', 'stale')`,
    );
    const [row] = rows;
    return row ? { kind: "article", id: linkedArticleId, url: `/kb/${linkedArticleId}/${row.slug}`, title: row.title } : null;
  }
  if (linkedAnswerId === null) return null;
  const { rows } = await db.execute<{ thread: string; slug: string; title: string }>(sql`
    select threads.id as thread, slug, title from answers join threads on threads.id = thread_id
    where answers.id = ${linkedAnswerId} and answers.status = 'published' and threads.status = 'published'`);
  const [row] = rows;
  return row
    ? { kind: "answer", id: linkedAnswerId, url: `/t/${row.thread}/${row.slug}#answer-${linkedAnswerId}`, title: row.title }
    : null;
}
