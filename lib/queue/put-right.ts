import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import type { ConversationState } from "@/lib/conversations/conversation-view";
import { findConversation } from "@/lib/conversations/find-conversation";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { showLiveMarker } from "@/lib/conversations/show-live-marker";
import { type Actor, isManager } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { releaseSeat } from "./end-offer";
import { expireWaiting } from "./expire-waiting";
import { findStuck, type Stuck, type StuckKind } from "./find-stuck";
import { firstEnqueued } from "./first-enqueued";
import { joinQueue, priorities } from "./join-queue";
import { leaveLine } from "./leave-line";

/**
 * Mends a stuck conversation: whatever stood for it in the line is taken away, and who still waits stands there anew
 * with their first place. Null when it is not, or no longer, stuck.
 */
export async function putRight(actor: Actor, conversationId: number): Promise<StuckKind | null> {
  assertCan(isManager(actor));
  const [stuck] = await findStuck(conversationId);
  if (!stuck) return null;
  if (stuck.kind === "overdue") await expireWaiting();
  else await inTransaction((tx) => mend(tx, actor, stuck));
  return stuck.kind;
}

async function mend(tx: Tx, actor: Actor, { conversationId: id, kind }: Stuck): Promise<void> {
  const { state, agentId, askerId, departmentId, threadId, fence } = await findConversation(tx, actor, id, { lock: true });
  const place = (await leaveLine(tx, id, "left"))?.departmentId ?? departmentId;
  const isNobodys = kind === "nobodys" || kind === "owner_gone";
  const next = nextState(state, isNobodys);
  if (isNobodys || next === "queued") {
    if (state === "active" && agentId !== null) await releaseSeat(tx, agentId);
    await tx
      .update(conversations)
      .set({ state: next, departmentId: place, agentId: null, fence: fence + 1 })
      .where(eq(conversations.id, id));
  }
  if (next === "queued") {
    const enqueuedAt = await firstEnqueued(tx, id);
    await joinQueue(tx, { id, departmentId: place }, { priority: priorities.returned, enqueuedAt });
  }
  await recordConversationEvent(tx, id, actor, "put_right", { kind });
  await publishToMembers(tx, [askerId, agentId], { type: "conversation.changed", conversationId: id, state: next });
  await publishToTopic(tx, `department:${place}`, { type: "queue.changed" });
  await showLiveMarker(tx, threadId);
}

/** Whoever sits there waiting waits on; what is nobody's any more is open to the department. */
function nextState(state: ConversationState, isNobodys: boolean): ConversationState {
  if (state === "queued" || state === "offered" || (state === "active" && isNobodys)) return "queued";
  return state === "wrap_up" && isNobodys ? "message" : state;
}
