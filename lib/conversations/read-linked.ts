import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listedArticles } from "@/lib/articles/visible";
import type { Actor } from "@/lib/members/actor";
import { listedThreads } from "@/lib/threads/visible";
import type { ConversationView } from "./conversation-view";

type Linked = { linkedAnswerId: number | null; linkedArticleId: number | null };

/** What had the answer already, for those who may open it: of an article the answer it was made of is linked too. */
export async function readLinked(actor: Actor, { linkedAnswerId, linkedArticleId }: Linked): Promise<ConversationView["linked"]> {
  if (linkedArticleId !== null) {
    const { rows } = await db.execute<{ slug: string; title: string }>(
      sql`select slug, title from articles where id = ${linkedArticleId} and ${listedArticles(actor)}`,
    );
    const [row] = rows;
    return row ? { kind: "article", id: linkedArticleId, threadId: null, url: `/kb/${linkedArticleId}/${row.slug}`, title: row.title } : null;
  }
  if (linkedAnswerId === null) return null;
  const { rows } = await db.execute<{ thread: string; slug: string; title: string }>(sql`
    select threads.id as thread, slug, title from answers join threads on threads.id = thread_id
    where answers.id = ${linkedAnswerId} and answers.status = 'published' and ${listedThreads(actor)}`);
  const [row] = rows;
  return row
    ? { kind: "answer", id: linkedAnswerId, threadId: Number(row.thread), url: `/t/${row.thread}/${row.slug}#answer-${linkedAnswerId}`, title: row.title }
    : null;
}
