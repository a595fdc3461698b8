import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { answers, categories, comments, threads } from "@/db/schema";
import { notify } from "./notify";
import { findMentioned } from "./tell-of-answer";

/** After a comment: those it mentions, and the author of what it stands under. */
export async function tellOfComment({ commentId, mentions = [] }: { commentId: number; mentions?: string[] }): Promise<void> {
  await inTransaction(async (tx) => {
    const [comment] = await tx
      .select({
        authorId: comments.authorId,
        threadId: threads.id,
        threadAuthorId: threads.authorId,
        answerAuthorId: answers.authorId,
        title: threads.title,
        slug: threads.slug,
        audience: categories.audience,
      })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .innerJoin(categories, eq(categories.id, threads.categoryId))
      .leftJoin(answers, eq(answers.id, comments.answerId))
      .where(and(eq(comments.id, commentId), eq(comments.status, "published"), eq(threads.status, "published")));
    if (!comment) return;
    const { threadId, title, slug, authorId } = comment;
    const notice = { path: `/t/${threadId}/${slug}#comment-${commentId}`, values: { title }, actorId: authorId, threadId, dedupeKey: `comment:${commentId}` };
    for (const memberId of await findMentioned(tx, mentions, comment.audience)) await notify(tx, { ...notice, memberId, kind: "mentioned" });
    await notify(tx, { ...notice, memberId: comment.answerAuthorId ?? comment.threadAuthorId, kind: "comment_posted" });
  });
}
