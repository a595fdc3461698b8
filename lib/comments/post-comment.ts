import { inTransaction, type Tx } from "@/db/client";
import { comments } from "@/db/schema";
import { findAnswer } from "@/lib/answers/find-answer";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { once } from "@/lib/platform/once";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { type FoundThread, findThread } from "@/lib/threads/find-thread";
import { mustBeHeld } from "@/lib/threads/must-be-held";
import { canComment, isOpen } from "@/lib/threads/permissions";
import { countComment } from "./count-comment";
import { postCommentInput } from "./input";

export type PostedComment = { id: number; threadId: number; held: boolean };

/** Asks back or adds a word, to the question or to an answer. */
export async function postComment(actor: Actor, input: unknown, outer?: Tx): Promise<PostedComment> {
  const { threadId, answerId, body, clientId } = parseInput(postCommentInput, input);
  const author = requireMember(actor);
  const rendered = renderMarkdown(body, { locale: author.locale });
  const held = mustBeHeld(author, "", rendered);

  return inTransaction(
    (tx) =>
      once(tx, `member:${author.id}`, clientId && `comment:${clientId}`, async () => {
        const thread = await findPlace(tx, author, threadId, answerId);
        if (!isOpen(thread) && !isStaff(author)) throw new Forbidden("error.thread.locked");
        assertCan(canComment(author, thread));
        const place = { threadId: thread.id, answerId: answerId ?? null };
        const text = { body, bodyHtml: rendered.html, status: held ? ("held" as const) : ("published" as const) };
        const [row] = await tx
          .insert(comments)
          .values({ ...place, ...text, authorId: author.id, createdAt: now() })
          .returning({ id: comments.id });
        if (!row) throw new Error("no row came back");

        await recordAudit(tx, author, "comment.posted", { kind: "comment", id: row.id }, place);
        if (held) {
          await holdForReview(tx, { kind: "comment", id: row.id });
        } else {
          await countComment(tx, place, 1);
          await invalidatePages(tx, `thread:${thread.id}`);
          await publishToTopic(tx, `thread:${thread.id}`, { type: "comment.posted", commentId: row.id, ...place });
          await enqueue(tx, "comment.posted", { commentId: row.id, ...place, mentions: rendered.mentions });
        }
        return { id: row.id, threadId: thread.id, held };
      }),
    outer,
  );
}

async function findPlace(tx: Tx, actor: Actor, threadId?: number, answerId?: number): Promise<FoundThread> {
  if (answerId === undefined) return findThread(tx, actor, threadId ?? 0);
  const { answer, thread } = await findAnswer(tx, actor, answerId);
  if (answer.status !== "published") throw new NotFound();
  return thread;
}
