import { and, asc, eq, inArray } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { answers, articleContributors, articles, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import { findThread } from "@/lib/threads/find-thread";
import { canPromote } from "@/lib/threads/permissions";
import { promoteThreadInput } from "./input";
import { writeRevision } from "./write-revision";

/**
 * Makes an article draft of a thread: the chosen answers become its text, their authors are credited,
 * thread and article know each other. The thread names the article once it is published.
 */
export async function promoteThread(actor: Actor, threadId: number, input: unknown, tx?: Tx): Promise<{ id: number; slug: string }> {
  const { answerIds } = parseInput(promoteThreadInput, input);
  const writer = requireMember(actor);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, threadId, { lock: true });
    assertCan(canPromote(actor, thread));
    const [existing] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.sourceThreadId, threadId));
    if (existing) throw new Conflict("already_promoted", "error.article.alreadyPromoted", {}, { articleId: existing.id });
    const chosen = await tx
      .select({ id: answers.id, body: answers.body, authorId: answers.authorId, author: members.displayName, accepted: answers.acceptedAt })
      .from(answers)
      .innerJoin(members, eq(members.id, answers.authorId))
      .where(and(eq(answers.threadId, threadId), inArray(answers.id, answerIds), eq(answers.status, "published")))
      .orderBy(asc(answers.id));
    if (chosen.length !== new Set(answerIds).size) throw new InvalidInput({ answerIds: { key: "error.article.pickAnswers" } });
    chosen.sort((a, b) => answerIds.indexOf(a.id) - answerIds.indexOf(b.id));
    const [article] = await tx
      .insert(articles)
      .values({
        slug: thread.slug,
        locale: thread.locale,
        categoryId: thread.categoryId,
        ownerId: writer.id,
        title: thread.title,
        summary: excerpt(plainText(thread.body), 200),
        sourceThreadId: threadId,
        createdAt: now(),
        updatedAt: now(),
      })
      .returning({ id: articles.id });
    if (!article) throw new Error("no article written");
    const body = chosen.map((answer) => answer.body.trim()).join("\n\n");
    await writeRevision(tx, actor, { id: article.id, locale: thread.locale }, { title: thread.title, summary: excerpt(plainText(thread.body), 200), body });
    const credits = new Map(chosen.map((answer) => [answer.authorId, answer]));
    for (const answer of credits.values()) {
      await tx.insert(articleContributors).values({ articleId: article.id, memberId: answer.authorId, answerId: answer.id, role: "answer" }).onConflictDoNothing();
    }
    await tx.insert(articleContributors).values({ articleId: article.id, memberId: thread.authorId, role: "question" }).onConflictDoNothing();
    await recordAudit(tx, actor, "article.promoted", { kind: "article", id: article.id }, { threadId, answerIds });
    return { id: article.id, slug: thread.slug };
  }, tx);
}
