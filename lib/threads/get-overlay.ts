import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { findThread } from "./find-thread";
import { threadCan } from "./permissions";
import type { ThreadCan } from "./thread-view";

/** What is a reader's own on a thread page that is the same for all; shaped like components/layout/overlay-types.ts. */
export type ThreadOverlay = {
  /** By "thread" or the id of the answer; only where the reader voted. */
  votes: Record<string, -1 | 1>;
  meToo: boolean;
  subscribed: boolean;
  can: ThreadCan;
  own: { thread: boolean; answerIds: number[]; commentIds: number[] };
  /** The reader's open conversation about this thread. */
  conversation?: { id: number; state: string };
  /** The private branch that leaves the thread, for its asker and its agent: while it is open or waits for consent. */
  branch?: number;
  /** "offered_chat": a human was offered to the reader, the asker of this thread. */
  escalation?: { state: string; departmentId: number };
};

/** Two queries; null when the reader may not see the thread. */
export async function getThreadOverlay(actor: Actor, threadId: number): Promise<ThreadOverlay | null> {
  const thread = await findThread(db, actor, threadId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!thread) return null;
  const overlay: ThreadOverlay = {
    votes: {},
    meToo: false,
    subscribed: false,
    can: threadCan(actor, thread),
    own: { thread: actor.kind === "member" && actor.id === thread.authorId, answerIds: [], commentIds: [] },
  };
  if (actor.kind !== "member") return overlay;
  for (const row of await readOwn(actor.id, threadId)) collect(overlay, row);
  return overlay;
}

type OwnRow = { what: string; id: string; value: string };

async function readOwn(memberId: number, threadId: number): Promise<OwnRow[]> {
  const here = sql`thread_id = ${threadId}`;
  const { rows } = await db.execute<OwnRow>(sql`
    select target_kind::text as what, target_id as id, value::text from votes where member_id = ${memberId} and ${here}
    union all select 'me_too', thread_id, '' from me_toos where ${here} and member_id = ${memberId}
    union all select 'subscription', thread_id, '' from subscriptions where ${here} and member_id = ${memberId}
    union all select 'own_answer', id, '' from answers where ${here} and author_id = ${memberId}
    union all select 'own_comment', id, '' from comments where ${here} and author_id = ${memberId}
    union all select 'conversation', id, state::text from conversations
      where ${here} and asker_id = ${memberId} and state not in ('closed', 'left', 'answered')
    union all select 'branch', id, '' from conversations
      where ${here} and (asker_id = ${memberId} or agent_id = ${memberId}) and (state not in ('closed', 'left', 'answered')
        or exists (select 1 from publications where conversation_id = conversations.id and publications.state = 'awaiting_consent'))
    union all select 'escalation', department_id, state::text from escalations
      where ${here} and asker_id = ${memberId} and stopped_at is null`);
  return rows;
}

function collect(overlay: ThreadOverlay, { what, id, value }: OwnRow) {
  if (what === "thread") overlay.votes.thread = Number(value) < 0 ? -1 : 1;
  if (what === "answer") overlay.votes[id] = Number(value) < 0 ? -1 : 1;
  if (what === "me_too") overlay.meToo = true;
  if (what === "subscription") overlay.subscribed = true;
  if (what === "own_answer") overlay.own.answerIds.push(Number(id));
  if (what === "own_comment") overlay.own.commentIds.push(Number(id));
  if (what === "escalation") overlay.escalation = { state: value, departmentId: Number(id) };
  if (what === "branch") overlay.branch = Number(id);
  if (what === "conversation") overlay.conversation = { id: Number(id), state: value };
}
