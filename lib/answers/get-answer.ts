import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import type { ThreadRef } from "@/lib/threads/thread-view";
import { findAnswer } from "./find-answer";
import { canEditAnswer } from "./permissions";

export type EditableAnswer = { id: number; body: string; version: number; thread: ThreadRef; canEdit: boolean };

/** An answer as it was written, for who edits it; null when `actor` may not see it. */
export async function getAnswer(actor: Actor, id: number): Promise<EditableAnswer | null> {
  try {
    const { answer, thread } = await findAnswer(db, actor, id);
    const { slug, title } = thread;
    return { id, body: answer.body, version: answer.version, thread: { id: thread.id, slug, title }, canEdit: canEditAnswer(actor, thread, answer) };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
