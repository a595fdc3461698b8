import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { findThread } from "@/lib/threads/find-thread";
import { readAnswers } from "@/lib/threads/read-answers";
import { readComments } from "@/lib/threads/read-comments";
import type { AnswerView } from "@/lib/threads/thread-view";
import { listAnswersInput } from "./input";

const commentsPerPage = 500;

/** A page of a thread's answers with their comments. Throws NotFound when the thread is not to be seen. */
export async function listAnswers(
  actor: Actor,
  input: { threadId: unknown; cursor?: string; limit?: number },
): Promise<{ items: AnswerView[]; nextCursor: string | null }> {
  const { threadId, cursor, limit } = parseInput(listAnswersInput, input);
  const thread = await findThread(db, actor, threadId);
  const page = await readAnswers(actor, thread, { cursor, limit });
  const answerIds = page.items.map((answer) => answer.id);
  const comments = await readComments(actor, thread, { question: false, answerIds, limit: commentsPerPage });
  for (const answer of page.items) answer.comments = comments.filter((comment) => comment.answerId === answer.id);
  return page;
}
