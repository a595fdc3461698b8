import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers, revisions } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { mustBeHeld } from "@/lib/threads/must-be-held";
import { isAuthor } from "@/lib/threads/permissions";
import { changeAnswerStatus } from "./change-answer-status";
import { findAnswer } from "./find-answer";
import { editAnswerInput } from "./input";
import { canEditAnswer } from "./permissions";

/** Changes an answer's words. Who began with an older version is shown the newer one instead (Conflict). */
export async function editAnswer(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; version: number }> {
  const change = parseInput(editAnswerInput, input);
  return inTransaction(async (tx) => {
    const { answer, thread } = await findAnswer(tx, actor, change.id, { lock: true });
    const editor = requireMember(actor);
    assertCan(canEditAnswer(editor, thread, answer));
    if (change.version !== undefined && change.version !== answer.version) {
      const current = { body: answer.body, version: answer.version };
      throw new Conflict("edited", "error.post.edited", {}, { current });
    }
    if (change.body === answer.body) return { id: answer.id, version: answer.version };

    const rendered = renderMarkdown(change.body, { locale: thread.locale });
    const version = answer.version + 1;
    await tx
      .insert(revisions)
      .values({ targetKind: "answer", targetId: answer.id, body: answer.body, editorId: editor.id, createdAt: now() });
    await tx
      .update(answers)
      .set({ body: change.body, bodyHtml: rendered.html, version, editedAt: now() })
      .where(eq(answers.id, answer.id));

    await recordAudit(tx, editor, "answer.edited", { kind: "answer", id: answer.id }, { version });
    if (answer.status === "published" && isAuthor(editor, answer) && mustBeHeld(editor, "", rendered)) {
      await changeAnswerStatus(tx, editor, answer.id, "held");
      await holdForReview(tx, { kind: "answer", id: answer.id });
    }
    await invalidatePages(tx, `thread:${thread.id}`, `member:${answer.authorId}`);
    await publishToTopic(tx, `thread:${thread.id}`, { type: "answer.edited", answerId: answer.id });
    const event = { answerId: answer.id, threadId: thread.id, mentions: rendered.mentions };
    await enqueue(tx, "answer.edited", event);
    await recordSearchChange(tx, "thread", thread.id);
    return { id: answer.id, version };
  }, outer);
}
