import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { comments, revisions } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { mustBeHeld } from "@/lib/threads/must-be-held";
import { isAuthor } from "@/lib/threads/permissions";
import { changeCommentStatus } from "./change-comment-status";
import { findComment } from "./find-comment";
import { editCommentInput } from "./input";
import { canEditComment } from "./permissions";

/** Changes a comment's words. */
export async function editComment(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; threadId: number }> {
  const { id, body } = parseInput(editCommentInput, input);
  return inTransaction(async (tx) => {
    const { comment, thread } = await findComment(tx, actor, id);
    const editor = requireMember(actor);
    assertCan(canEditComment(editor, thread, comment));
    if (body === comment.body) return { id, threadId: thread.id };
    const rendered = renderMarkdown(body, { locale: thread.locale });
    await tx
      .insert(revisions)
      .values({ targetKind: "comment", targetId: id, body: comment.body, editorId: editor.id, createdAt: now() });
    await tx.update(comments).set({ body, bodyHtml: rendered.html, editedAt: now() }).where(eq(comments.id, id));

    await recordAudit(tx, editor, "comment.edited", { kind: "comment", id });
    if (comment.status === "published" && isAuthor(editor, comment) && mustBeHeld(editor, "", rendered)) {
      await changeCommentStatus(tx, editor, id, "held");
      await holdForReview(tx, { kind: "comment", id });
    }
    await invalidatePages(tx, `thread:${thread.id}`);
    await publishToTopic(tx, `thread:${thread.id}`, { type: "comment.edited", commentId: id });
    await enqueue(tx, "comment.edited", { commentId: id, threadId: thread.id, mentions: rendered.mentions });
    return { id, threadId: thread.id };
  }, outer);
}
