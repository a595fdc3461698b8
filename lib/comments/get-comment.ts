import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import type { ThreadRef } from "@/lib/threads/thread-view";
import { findComment } from "./find-comment";
import { canEditComment } from "./permissions";

export type EditableComment = { id: number; body: string; thread: ThreadRef; canEdit: boolean };

/** A comment as it was written, for who edits it; null when `actor` may not see it. */
export async function getComment(actor: Actor, id: number): Promise<EditableComment | null> {
  try {
    const { comment, thread } = await findComment(db, actor, id);
    const { slug, title } = thread;
    return { id, body: comment.body, thread: { id: thread.id, slug, title }, canEdit: canEditComment(actor, thread, comment) };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
