import { db } from "@/db/client";
import { findAnswer } from "@/lib/answers/find-answer";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import { findThread } from "@/lib/threads/find-thread";
import { readComments } from "@/lib/threads/read-comments";
import type { CommentView } from "@/lib/threads/thread-view";
import { listCommentsInput } from "./input";

/** A page of the comments on a question, or on one of its answers. */
export async function listComments(
  actor: Actor,
  input: { threadId: unknown; answerId?: unknown; cursor?: string; limit?: number },
): Promise<{ items: CommentView[]; nextCursor: string | null }> {
  const { threadId, answerId, cursor, limit } = parseInput(listCommentsInput, input);
  const thread = answerId === undefined ? await findThread(db, actor, threadId) : (await findAnswer(db, actor, answerId)).thread;
  const place = answerId === undefined ? { question: true, answerIds: [] } : { question: false, answerIds: [answerId] };
  const found = await readComments(actor, thread, { ...place, after: decodeCursor(cursor, 1)?.[0], limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.id]) : null };
}
