import { and, asc, eq, getTableColumns, gt, inArray, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, members } from "@/db/schema";
import { commentCan } from "@/lib/comments/permissions";
import { visibleComments } from "@/lib/comments/visible";
import type { Actor } from "@/lib/members/actor";
import { authorColumns, authorView } from "./author-columns";
import type { FoundThread } from "./find-thread";
import type { CommentView } from "./thread-view";

type Where = {
  /** With the comments on the question itself. */
  question: boolean;
  answerIds: number[];
  after?: number;
  limit: number;
};

/** Comments on the question and on some of its answers, oldest first. */
export async function readComments(actor: Actor, thread: FoundThread, where: Where): Promise<CommentView[]> {
  const onAnswers = where.answerIds.length > 0 ? inArray(comments.answerId, where.answerIds) : undefined;
  const place = where.question ? or(isNull(comments.answerId), onAnswers) : onAnswers;
  if (!place) return [];
  const rows = await db
    .select({ comment: getTableColumns(comments), author: authorColumns(thread.categoryPath) })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(
      and(
        eq(comments.threadId, thread.id),
        place,
        where.after === undefined ? undefined : gt(comments.id, where.after),
        visibleComments(actor),
      ),
    )
    .orderBy(asc(comments.id))
    .limit(where.limit);
  return rows.map(({ comment, author }) => ({
    id: comment.id,
    answerId: comment.answerId,
    author: authorView(author),
    body: comment.body,
    bodyHtml: comment.bodyHtml,
    status: comment.status,
    attribution: comment.attribution,
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    can: commentCan(actor, thread, comment),
  }));
}
