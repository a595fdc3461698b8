import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { answers, categories, members, threads } from "@/db/schema";
import { notifyMany } from "./notify-many";

export type AnswerPosted = { answerId: number; threadId: number; mentions?: string[] };

const FOLLOWERS_AT_ONCE = 500;

/**
 * After an answer: those mentioned, then everybody else who follows. What is seen now counts, not what
 * was when it was posted: a hidden answer is told to nobody. Safe to run again.
 */
export async function tellOfAnswer({ answerId, threadId, mentions = [] }: AnswerPosted): Promise<void> {
  const [answer] = await db
    .select({
      authorId: answers.authorId,
      authorName: members.displayName,
      official: answers.official,
      title: threads.title,
      slug: threads.slug,
      audience: categories.audience,
      followers: followersAfter(0, sql`${answers.authorId}`, sql`${categories.audience}`),
    })
    .from(answers)
    .innerJoin(members, eq(members.id, answers.authorId))
    .innerJoin(threads, eq(threads.id, answers.threadId))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(and(eq(answers.id, answerId), eq(answers.status, "published"), eq(threads.status, "published")));
  if (!answer || mentions.length + answer.followers.length === 0) return;
  const notice = {
    path: `/t/${threadId}/${answer.slug}#answer-${answerId}`,
    values: { title: answer.title },
    actorId: answer.authorId,
    actorName: answer.authorName,
    threadId,
    dedupeKey: `answer:${answerId}`,
  };
  const kind = answer.official ? "official_answer" : "answer_posted";
  await inTransaction(async (tx) => {
    await notifyMany(tx, await findMentioned(tx, mentions, answer.audience), { ...notice, kind: "mentioned" });
    for (let followers = answer.followers.map(Number); ; ) {
      await notifyMany(tx, followers, { ...notice, kind });
      if (followers.length < FOLLOWERS_AT_ONCE) break;
      const { rows } = await tx.execute<{ ids: string[] }>(
        sql`select ${followersAfter(followers.at(-1) ?? 0, sql`${answer.authorId}`, sql`${answer.audience}`)} as ids from threads where id = ${threadId}`,
      );
      followers = (rows[0]?.ids ?? []).map(Number);
    }
  });
}

/** The next portion of those who follow the thread and may see it, in the order of their ids. */
function followersAfter(last: number, authorId: SQL, audience: SQL) {
  return sql<string[]>`array(
    select s.member_id from subscriptions s join members m on m.id = s.member_id
    where s.thread_id = ${threads.id} and s.member_id > ${last} and s.member_id is distinct from ${authorId}
      and (${audience} <> 'staff' or m.role in ('agent', 'manager', 'admin'))
    order by s.member_id limit ${FOLLOWERS_AT_ONCE})`;
}

/** Members named with @ in a text, of those who may see what it stands in. */
export async function findMentioned(tx: Tx, names: string[], audience: string): Promise<number[]> {
  if (names.length === 0) return [];
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(inArray(members.name, names.map((name) => name.toLowerCase()).slice(0, 20)), maySee(audience)));
  return rows.map((row) => row.id);
}

function maySee(audience: string) {
  return audience === "staff" ? sql`${members.role} in ('agent', 'manager', 'admin')` : sql`true`;
}
