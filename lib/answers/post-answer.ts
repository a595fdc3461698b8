import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { type Actor, isStaff, type Member } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { once } from "@/lib/platform/once";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { stateAfterAnswer } from "@/lib/threads/derive-state";
import { type FoundThread, findThread } from "@/lib/threads/find-thread";
import { mustBeHeld } from "@/lib/threads/must-be-held";
import { pagesOf } from "@/lib/threads/pages-of";
import { canAnswer, isOpen } from "@/lib/threads/permissions";
import { postAnswerInput } from "./input";

export type PostedAnswer = { id: number; held: boolean };
type Draft = { body: string; bodyHtml: string; conversationId: number | null; held: boolean; at: string };

/** Answers a thread. What staff write speaks for the company. */
export async function postAnswer(actor: Actor, input: unknown, outer?: Tx): Promise<PostedAnswer> {
  const { threadId, body, clientId, conversationId = null } = parseInput(postAnswerInput, input);
  const author = requireMember(actor);
  assertCan(conversationId === null || isStaff(author));
  const rendered = renderMarkdown(body, { locale: author.locale });
  const held = mustBeHeld(author, "", rendered);

  return inTransaction(
    (tx) =>
      once(tx, `member:${author.id}`, clientId && `answer:${clientId}`, async () => {
        const thread = await findThread(tx, author, threadId);
        if (!isOpen(thread) && !isStaff(author)) throw new Forbidden("error.thread.locked");
        assertCan(canAnswer(author, thread));
        const draft = { body, bodyHtml: rendered.html, conversationId, held, at: now().toISOString() };
        const id = held ? await insertHeld(tx, author, thread, draft) : await insertPublished(tx, author, thread, draft);

        await recordAudit(tx, author, "answer.posted", { kind: "answer", id }, { threadId, ...(held && { held }) });
        if (held) {
          await holdForReview(tx, { kind: "answer", id });
        } else {
          await invalidatePages(tx, ...pagesOf(thread, author.id));
          await publishToTopic(tx, `thread:${threadId}`, { type: "answer.posted", answerId: id, ...(conversationId !== null && { fromChat: true }) });
          await enqueue(tx, "answer.posted", { answerId: id, threadId, mentions: rendered.mentions });
          await recordSearchChange(tx, "thread", threadId);
        }
        return { id, held };
      }),
    outer,
  );
}

async function insertHeld(tx: Tx, author: Member, thread: FoundThread, draft: Draft): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`${insertAnswer(author, thread, draft)} returning id`);
  return Number(rows[0]?.id);
}

/**
 * One statement for the answer and everything it counts for: this is the busiest write. The thread's state
 * is not derived anew from all answers; what one more open answer makes of it follows from the state before
 * (stateAfterAnswer), also when two members post at the same moment.
 */
async function insertPublished(tx: Tx, author: Member, thread: FoundThread, draft: Draft): Promise<number> {
  const { at } = draft;
  const byAsker = author.id === thread.authorId;
  const firstAnswerAt = byAsker ? sql`first_answer_at` : sql`least(first_answer_at, ${at}::timestamptz)`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with answer as (${insertAnswer(author, thread, draft)} returning id),
    follow as (
      insert into subscriptions (thread_id, member_id, created_at)
      values (${thread.id}, ${author.id}, ${at}::timestamptz) on conflict do nothing returning 1
    ),
    counted as (
      update threads set
        answer_count = answer_count + 1,
        follower_count = follower_count + (select count(*)::int from follow),
        last_activity_at = greatest(last_activity_at, ${at}::timestamptz),
        first_answer_at = ${firstAnswerAt},
        state = case state ${sql.join(
          (["unanswered", "answered", "rejected", "solved", "escalated"] as const).map(
            (before) => sql`when ${before}::thread_state then ${stateAfterAnswer(before, byAsker)}::thread_state`,
          ),
          sql` `,
        )} end
      where id = ${thread.id} returning id
    ),
    credited as (
      update members set answer_count = answer_count + 1 from counted where members.id = ${author.id}
    )
    select id from answer`);
  return Number(rows[0]?.id);
}

function insertAnswer(author: Member, thread: FoundThread, { body, bodyHtml, conversationId, held, at }: Draft) {
  return sql`insert into answers (thread_id, author_id, body, body_html, official, conversation_id, status, created_at)
    values (${thread.id}, ${author.id}, ${body}, ${bodyHtml}, ${isStaff(author)}, ${conversationId},
      ${held ? "held" : "published"}::post_status, ${at}::timestamptz)`;
}
