import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { threads } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { publishToTopic } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { deriveState } from "./derive-state";
import { findThread, type FoundThread } from "./find-thread";
import { helpedElsewhere } from "./helped-elsewhere";
import { pagesOf } from "./pages-of";
import type { ThreadState } from "./thread-view";

/**
 * Brings a thread's state and what follows from its answers up to date. Called by every act that changes
 * answers or conversations. Holds the thread's row; lock order is thread first, then its answers.
 */
export async function refreshThreadState(tx: Tx, threadId: number): Promise<ThreadState> {
  const thread = await findThread(tx, system("state"), threadId, { lock: true });
  const facts = await readFacts(tx, thread);
  const state = thread.kind === "question" ? deriveState(facts) : facts.open > 0 ? "answered" : "unanswered";
  const fresh = {
    state,
    answerCount: facts.answerCount,
    firstAnswerAt: facts.firstAnswerAt,
    solvedAt: state === "solved" ? facts.solvedAt : null,
  };
  await tx.update(threads).set(fresh).where(eq(threads.id, threadId));
  if (state === thread.state && facts.answerCount === thread.answerCount) return state;
  await invalidatePages(tx, ...pagesOf(thread));
  await publishToTopic(tx, `thread:${threadId}`, { type: "thread.state", state });
  await recordSearchChange(tx, "thread", threadId);
  return state;
}

type Facts = Parameters<typeof deriveState>[0] & {
  answerCount: number;
  firstAnswerAt: Date | null;
  solvedAt: Date | null;
};

async function readFacts(tx: Tx, thread: FoundThread): Promise<Facts> {
  const others = sql`author_id <> ${thread.authorId}`;
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select
      count(*) filter (where accepted_at is not null)::int as accepted,
      count(*) filter (where ${others} and rejected_at is null)::int as open,
      count(*) filter (where ${others} and rejected_at is not null)::int as rejected,
      count(*)::int as answer_count,
      extract(epoch from min(created_at) filter (where ${others})) * 1000 as first_answer_ms,
      extract(epoch from min(accepted_at)) * 1000 as solved_ms,
      exists (
        select 1 from conversations
        where thread_id = ${thread.id} and state in ('queued', 'offered', 'active', 'callback', 'message')
      ) as conversation,
      exists (select 1 from ${helpedElsewhere(sql`${thread.id}`, sql`${thread.authorId}`)}) as helped
    from answers
    where thread_id = ${thread.id} and status = 'published'`);
  const row = rows[0] ?? {};
  return {
    accepted: Number(row.accepted),
    open: Number(row.open),
    rejected: Number(row.rejected),
    conversation: row.conversation === true,
    helped: row.helped === true,
    answerCount: Number(row.answer_count),
    firstAnswerAt: instantOf(row.first_answer_ms),
    solvedAt: instantOf(row.solved_ms),
  };
}

function instantOf(milliseconds: unknown): Date | null {
  return milliseconds === null ? null : new Date(Math.round(Number(milliseconds)));
}
