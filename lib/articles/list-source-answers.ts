import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, articles, members } from "@/db/schema";
import { bestFirst } from "@/lib/answers/best-first";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { canPromote } from "@/lib/threads/permissions";
import { findThread } from "@/lib/threads/find-thread";

export type SourceAnswer = { id: number; author: string; body: string; accepted: boolean; official: boolean; score: number; createdAt: Date };
export type Source = { id: number; slug: string; title: string; body: string; answers: SourceAnswer[]; /** Made from it already. */ articleId: number | null };

/** A thread with the answers an article could be made of, the solutions first. */
export async function listSourceAnswers(actor: Actor, threadId: number): Promise<Source> {
  const thread = await findThread(db, actor, threadId);
  assertCan(canPromote(actor, thread));
  const [rows, [made]] = await Promise.all([
    db
      .select({
        id: answers.id,
        author: members.displayName,
        body: answers.body,
        accepted: sql<boolean>`${answers.acceptedAt} is not null`,
        official: answers.official,
        score: answers.score,
        createdAt: answers.createdAt,
      })
      .from(answers)
      .innerJoin(members, eq(members.id, answers.authorId))
      .where(and(eq(answers.threadId, threadId), eq(answers.status, "published")))
      .orderBy(bestFirst)
      .limit(100),
    db.select({ id: articles.id }).from(articles).where(eq(articles.sourceThreadId, threadId)),
  ]);
  return { id: thread.id, slug: thread.slug, title: thread.title, body: thread.body, answers: rows, articleId: made?.id ?? null };
}
