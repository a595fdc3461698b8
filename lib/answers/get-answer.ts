import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import type { ThreadRef } from "@/lib/threads/thread-view";
import { canComment } from "@/lib/threads/permissions";
import { findAnswer } from "./find-answer";
import { canEditAnswer } from "./permissions";

export type EditableAnswer = { id: number; body: string; bodyHtml: string; version: number; thread: ThreadRef; canEdit: boolean; canComment: boolean };

/** An answer as it was written, for who edits it or comments on it; null when `actor` may not see it. */
export async function getAnswer(actor: Actor, id: number): Promise<EditableAnswer | null> {
  try {
    const { answer, thread } = await findAnswer(db, actor, id);
    const { slug, title } = thread;
    const { body, bodyHtml, version } = answer;
    const can = { canEdit: canEditAnswer(actor, thread, answer), canComment: answer.status === "published" && canComment(actor, thread) };
    return { id, body, bodyHtml, version, thread: { id: thread.id, slug, title }, ...can };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
