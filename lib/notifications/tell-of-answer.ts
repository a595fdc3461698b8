import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers, categories, members, subscriptions, threads } from "@/db/schema";
import { notifyMany } from "./notify-many";

export type AnswerPosted = { answerId: number; threadId: number; mentions?: string[] };

const FOLLOWERS_AT_ONCE = 500;

/**
 * After an answer: those mentioned, then everybody else who follows. What is seen now counts, not what
 * was when it was posted: a hidden answer is told to nobody. Safe to run again.
 */
export async function tellOfAnswer({ answerId, threadId, mentions = [] }: AnswerPosted): Promise<void> {
  await inTransaction(async (tx) => {
    const [answer] = await tx
      .select({
        authorId: answers.authorId,
        authorName: members.displayName,
        official: answers.official,
        title: threads.title,
        slug: threads.slug,
        audience: categories.audience,
      })
      .from(answers)
      .innerJoin(members, eq(members.id, answers.authorId))
      .innerJoin(threads, eq(threads.id, answers.threadId))
      .innerJoin(categories, eq(categories.id, threads.categoryId))
      .where(and(eq(answers.id, answerId), eq(answers.status, "published"), eq(threads.status, "published")));
    if (!answer) return;
    const notice = {
      path: `/t/${threadId}/${answer.slug}#answer-${answerId}`,
      values: { title: answer.title },
      actorId: answer.authorId,
      actorName: answer.authorName,
      threadId,
      dedupeKey: `answer:${answerId}`,
    };
    await notifyMany(tx, await findMentioned(tx, mentions, answer.audience), { ...notice, kind: "mentioned" });
    const followers = await tx
      .select({ memberId: subscriptions.memberId })
      .from(subscriptions)
      .innerJoin(members, eq(members.id, subscriptions.memberId))
      .where(and(eq(subscriptions.threadId, threadId), ne(subscriptions.memberId, answer.authorId), maySee(answer.audience)))
      .limit(FOLLOWERS_AT_ONCE);
    const kind = answer.official ? "official_answer" : "answer_posted";
    await notifyMany(tx, followers.map((row) => row.memberId), { ...notice, kind });
  });
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
