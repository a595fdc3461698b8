import { z } from "zod";
import { db } from "@/db/client";
import type { CategoryView } from "@/lib/categories/category-view";
import { loadCategories, pathTo } from "@/lib/categories/load-categories";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { idInput } from "@/lib/platform/text-input";
import { type FoundThread, findThread } from "./find-thread";
import { threadCan } from "./permissions";
import { readAnswers } from "./read-answers";
import { readAround } from "./read-around";
import { readComments } from "./read-comments";
import { readMerged } from "./read-merged";
import type { CategoryRef, ThreadView } from "./thread-view";

const answersPerPage = 50;
/** On one page; a thread with more shows the rest through REST. */
const commentsPerPage = 500;
const getThreadInput = z.object({ id: idInput, cursor: z.string().max(200).optional() });

/** Everything the thread page shows, in at most eight queries; null when `actor` may not see it. */
export async function getThread(actor: Actor, input: { id: unknown; cursor?: string }): Promise<ThreadView | null> {
  const parsed = getThreadInput.safeParse(input);
  if (!parsed.success) return null;
  const thread = await findThread(db, actor, parsed.data.id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!thread) return null;

  const [categories, around, merged, page] = await Promise.all([
    loadCategories(actor),
    readAround(actor, thread),
    readMerged(actor, thread),
    readAnswers(actor, thread, { cursor: parsed.data.cursor, limit: answersPerPage }),
  ]);
  const answerIds = page.items.map((answer) => answer.id);
  const comments = await readComments(actor, thread, { question: true, answerIds, limit: commentsPerPage });
  for (const answer of page.items) answer.comments = comments.filter((comment) => comment.answerId === answer.id);

  return {
    ...factsOf(thread),
    ...around,
    merged,
    ...placeOf(thread, categories),
    comments: comments.filter((comment) => comment.answerId === null),
    answers: page.items,
    nextCursor: page.nextCursor,
    can: threadCan(actor, thread),
  };
}

function factsOf(thread: FoundThread) {
  const { id, slug, kind, locale, title, body, bodyHtml, facts, tried, status, statusReason, state } = thread;
  const { answerCount, commentCount, score, meTooCount, followerCount, viewCount, attribution, createdAt, editedAt } = thread;
  const { lastActivityAt, firstAnswerAt, solvedAt, version } = thread;
  const words = { id, slug, kind, locale, title, body, bodyHtml, facts, tried, status, statusReason, state };
  const counts = { answerCount, commentCount, score, meTooCount, followerCount, viewCount };
  const times = { createdAt, editedAt, lastActivityAt, firstAnswerAt, solvedAt };
  return {
    ...words,
    ...counts,
    ...times,
    attribution,
    version,
    locked: thread.lockedAt !== null,
    lockedReason: thread.lockedReason,
    pinned: thread.pinnedAt !== null,
    closed: thread.closedAt && { at: thread.closedAt, reason: thread.closedReason },
  };
}

function placeOf(thread: FoundThread, all: CategoryView[]) {
  const path = pathTo(all, thread.categoryId);
  const breadcrumbs: CategoryRef[] = path.map(({ id, slug, name }) => ({ id, slug, name }));
  const category = breadcrumbs.at(-1) ?? { id: thread.categoryId, slug: "", name: { en: "", de: "" } };
  return { breadcrumbs, category, restricted: path.at(-1)?.audience !== "public" };
}
