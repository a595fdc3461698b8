import { inTransaction, type Tx } from "@/db/client";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canChangeChoice } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { endBooking } from "./end-booking";

/** Gives the time back. The wish to be called stays; another time can be chosen. */
export async function cancelCall(actor: Actor, conversationId: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, conversationId);
  await inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    assertCan(canChangeChoice(actor, conversation));
    if (!(await endBooking(tx, id))) return;
    await sayInConversation(tx, id, "callCancelled");
    await recordConversationEvent(tx, id, actor, "call_cancelled");
    await publishToMembers(tx, [conversation.askerId, conversation.agentId], { type: "conversation.changed", conversationId: id, state: conversation.state });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
  }, outer);
}
