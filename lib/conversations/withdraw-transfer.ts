import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { publishToMembers } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { leaveLine } from "@/lib/queue/leave-line";
import { findConversation } from "./find-conversation";
import { canTransfer } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";

/** Keeps the chat after all, as long as nobody has accepted it. Without a transfer there is nothing to do. */
export async function withdrawTransfer(actor: Actor, conversationId: unknown, outer?: Tx): Promise<{ state: string }> {
  const id = parseInput(idInput, conversationId);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const agent = requireMember(actor);
    assertCan(canTransfer(agent, conversation));
    if (await leaveLine(tx, id, "left")) {
      await recordConversationEvent(tx, id, agent, "transfer_withdrawn");
      await publishToMembers(tx, [conversation.agentId], { type: "conversation.changed", conversationId: id, state: conversation.state });
    }
    return { state: conversation.state };
  }, outer);
}
