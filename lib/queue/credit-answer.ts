import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bestFirst } from "@/lib/answers/best-first";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { findArticle } from "@/lib/articles/find-article";
import type { FoundConversation } from "@/lib/conversations/find-conversation";
import type { Actor } from "@/lib/members/actor";
import { InvalidInput } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { findThread } from "@/lib/threads/find-thread";
import { medianSeatTime } from "./estimate-wait";
import { readSeatTimes } from "./read-seats";

/** Something the community had already: a thread that was answered, or an article. */
export type Known = { kind: "thread" | "article"; id: number };

/** An answer of the community came before the agent: it becomes the solution, and its author is credited. */
export async function creditAnswer(tx: Tx, asker: Actor, conversation: FoundConversation, answerId: number): Promise<void> {
  const accepted = await setAcceptance(asker, answerId, true, tx);
  if (accepted.threadId !== conversation.threadId) throw new InvalidInput({ answerId: { key: "error.chat.link" } });
  await credit(tx, conversation, { answerId, articleId: null });
}

/** It was known before: the author of what stands there is credited, for an article whoever wrote the answer it was made of. */
export async function creditKnown(tx: Tx, asker: Actor, conversation: FoundConversation, { kind, id }: Known): Promise<void> {
  if (kind === "article") {
    await findArticle(tx, asker, id);
    return credit(tx, conversation, { answerId: await answerBehind(tx, id), articleId: id });
  }
  await findThread(tx, asker, id);
  const answerId = id === conversation.threadId ? null : await bestAnswer(tx, id);
  if (answerId === null) throw new InvalidInput({ known: { key: "error.chat.link" } });
  await credit(tx, conversation, { answerId, articleId: null });
}

/** The one that lists show. */
async function bestAnswer(tx: Tx, threadId: number): Promise<number | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from answers where thread_id = ${threadId} and status = 'published' order by ${bestFirst} limit 1`);
  return rows[0] ? Number(rows[0].id) : null;
}

/** Of several, one by a customer. */
async function answerBehind(tx: Tx, articleId: number): Promise<number | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select answers.id from article_contributors join answers on answers.id = answer_id join members on members.id = author_id
    where article_id = ${articleId} order by members.role in ('member', 'expert') desc, answers.id limit 1`);
  return rows[0] ? Number(rows[0].id) : null;
}

/** With what a chat takes here. Who answers themselves, or for the company, saved nobody anything. */
async function credit(
  tx: Tx,
  { id, departmentId }: FoundConversation,
  { answerId, articleId }: { answerId: number | null; articleId: number | null },
): Promise<void> {
  const seconds = medianSeatTime((await readSeatTimes(tx, departmentId)).map((taken) => taken.seconds));
  const { rows } = await tx.execute<{ author_id: string | null }>(sql`
    update conversations set linked_answer_id = ${answerId}, linked_article_id = ${articleId},
      saved_seconds = case when exists (select 1 from answers join members on members.id = author_id
        where answers.id = ${answerId} and author_id <> asker_id and members.role in ('member', 'expert')) then ${Math.round(seconds)}::int end
    where conversations.id = ${id}
    returning (select author_id from answers where answers.id = linked_answer_id)`);
  await invalidatePages(tx, ...rows.flatMap((row) => (row.author_id ? `member:${row.author_id}` : [])));
}
