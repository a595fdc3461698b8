import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import { listedThreads } from "@/lib/threads/visible";

export type AnswerOf = {
  id: number;
  excerpt: string;
  accepted: boolean;
  score: number;
  createdAt: Date;
  thread: { id: number; slug: string; title: string };
};

/** A member's latest answers in threads that are listed for the actor; never those held or hidden. */
export async function listAnswersOf(actor: Actor, authorId: number, limit = 10): Promise<AnswerOf[]> {
  const rows = await db
    .select({
      id: answers.id,
      body: answers.body,
      acceptedAt: answers.acceptedAt,
      score: answers.score,
      createdAt: answers.createdAt,
      thread: { id: threads.id, slug: threads.slug, title: threads.title },
    })
    .from(answers)
    .innerJoin(threads, eq(threads.id, answers.threadId))
    .where(and(eq(answers.authorId, authorId), eq(answers.status, "published"), listedThreads(actor)))
    .orderBy(desc(answers.id))
    .limit(limit);
  return rows.map(({ body, acceptedAt, ...row }) => ({ ...row, excerpt: excerpt(plainText(body), 180), accepted: acceptedAt !== null }));
}
