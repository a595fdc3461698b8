import { and, asc, eq, getTableColumns, gt, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { answers, members } from "@/db/schema";
import { answerCan } from "@/lib/answers/permissions";
import { visibleAnswers } from "@/lib/answers/visible";
import type { Actor } from "@/lib/members/actor";
import { authorColumns, authorView } from "./author-columns";
import { decodeCursor, encodeCursor } from "./cursor";
import type { FoundThread } from "./find-thread";
import type { AnswerView, CommentView } from "./thread-view";

type AnswerPage = { items: AnswerView[]; nextCursor: string | null };
/** More solutions than this on one question are not shown at the top. */
const mostAccepted = 20;

/** One page of a thread's answers, without their comments. The first begins with what was accepted. */
export async function readAnswers(
  actor: Actor,
  thread: FoundThread,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<AnswerPage> {
  const after = decodeCursor(cursor, 1)?.[0];
  const here = and(eq(answers.threadId, thread.id), visibleAnswers(actor));
  const rest = and(here, isNull(answers.acceptedAt), after === undefined ? undefined : gt(answers.id, after));
  const page = select(thread).where(rest).orderBy(asc(answers.id)).limit(limit + 1);
  const first = select(thread).where(and(here, isNotNull(answers.acceptedAt))).orderBy(asc(answers.id)).limit(mostAccepted);
  const [accepted, rows] = await Promise.all([after === undefined && thread.solvedAt ? first : [], page]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: [...accepted, ...rows.slice(0, limit)].map((row) => answerView(actor, thread, row)),
    nextCursor: last ? encodeCursor([last.answer.id]) : null,
  };
}

type Row = Awaited<ReturnType<typeof select>>[number];

function select(thread: FoundThread) {
  const accepter = alias(members, "accepter");
  return db
    .select({
      answer: getTableColumns(answers),
      author: authorColumns(thread.categoryPath),
      accepter: { id: accepter.id, name: accepter.name, displayName: accepter.displayName },
    })
    .from(answers)
    .innerJoin(members, eq(members.id, answers.authorId))
    .leftJoin(accepter, eq(accepter.id, answers.acceptedById))
    .$dynamic();
}

function answerView(actor: Actor, thread: FoundThread, { answer, author, accepter }: Row): AnswerView {
  const comments: CommentView[] = [];
  return {
    id: answer.id,
    author: authorView(author),
    body: answer.body,
    bodyHtml: answer.bodyHtml,
    status: answer.status,
    statusReason: answer.statusReason,
    official: answer.official,
    fromConversation: answer.conversationId !== null,
    accepted: answer.acceptedAt && { at: answer.acceptedAt, by: accepter },
    rejectedAt: answer.rejectedAt,
    score: answer.score,
    commentCount: answer.commentCount,
    comments,
    attribution: answer.attribution,
    createdAt: answer.createdAt,
    editedAt: answer.editedAt,
    version: answer.version,
    can: answerCan(actor, thread, answer),
  };
}
