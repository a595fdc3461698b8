import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence, conversations } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canTake } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { assignConversation } from "./accept-offer";
import { leaveLine } from "./leave-line";

/** Nobody carries more, not even by hand. */
export const HARD_MAX = 10;

/**
 * Picks a waiting conversation by hand. A chat counts against the seats and may pass the capacity, up to the
 * hard limit; a callback or message just gets an owner.
 */
export async function takeConversation(actor: Actor, conversationId: unknown, outer?: Tx): Promise<{ conversationId: number }> {
  const id = parseInput(idInput, conversationId);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const agent = requireMember(actor);
    if (conversation.agentId === agent.id) return { conversationId: id };
    assertCan(isStaff(agent));
    if (!canTake(agent, conversation)) throw new Conflict("not_waiting", "error.chat.taken");
    if (conversation.state === "queued") {
      await takeSeat(tx, agent.id);
      await leaveLine(tx, id, "assigned");
      await assignConversation(tx, id, agent.id);
    } else {
      await tx
        .update(conversations)
        .set({ agentId: agent.id, fence: sql`${conversations.fence} + 1` })
        .where(eq(conversations.id, id));
      await publishToMembers(tx, [conversation.askerId, agent.id], { type: "conversation.accepted", conversationId: id, agentId: agent.id });
      await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    }
    await recordConversationEvent(tx, id, agent, "accepted", { byHand: true });
    return { conversationId: id };
  }, outer);
}

/** Who is not there would lose the chat again within seconds. */
async function takeSeat(tx: Tx, agentId: number): Promise<void> {
  const [presence] = await tx.select().from(agentPresence).where(eq(agentPresence.memberId, agentId)).for("no key update");
  if (!presence || presence.state === "offline" || !presence.leaseUntil || presence.leaseUntil <= now()) {
    throw new Conflict("not_online", "error.chat.goOnline");
  }
  if (presence.load >= HARD_MAX) throw new Conflict("no_seat", "error.chat.noSeat");
  await tx
    .update(agentPresence)
    .set({ load: presence.load + 1 })
    .where(eq(agentPresence.memberId, agentId));
}
