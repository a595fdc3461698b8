import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { notify } from "@/lib/notifications/notify";
import { Conflict } from "@/lib/platform/errors";
import { findThread } from "@/lib/threads/find-thread";
import { endByHand } from "./end-by-hand";

/** The customer is asked whether they would like to be called, and chooses the time. That is as far as the company can go. */
export async function offerCall(actor: Actor, followUpId: unknown, outer?: Tx): Promise<void> {
  await endByHand(actor, followUpId, "call_offered", outer, async (tx, { id, threadId, memberId, conversationId }) => {
    if (threadId === null || memberId === null) throw new Conflict("nobody_to_call", "error.followUp.nobody");
    const thread = await findThread(tx, actor, threadId);
    await notify(tx, {
      memberId,
      kind: "call_offered",
      path: conversationId === null ? `/chat/new?thread=${threadId}&choice=callback` : `/chat/${conversationId}`,
      values: { title: thread.title },
      actorId: null,
      threadId,
      dedupeKey: `follow_up:${id}:call`,
    });
  });
}
