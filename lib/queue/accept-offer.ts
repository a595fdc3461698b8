import { and, eq, gt, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence, conversations, offers, queueEntries } from "@/db/schema";
import { completeTransfer } from "@/lib/conversations/finish-transfer";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { showLiveMarker } from "@/lib/conversations/show-live-marker";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findOffer } from "./find-offer";

/**
 * Takes the conversation one was offered. Exactly one agent gets it: the offer is compared and set under the
 * conversation's lock. Asked again by the same agent it says the same.
 */
export async function acceptOffer(actor: Actor, offerId: unknown, outer?: Tx): Promise<{ conversationId: number }> {
  const id = parseInput(idInput, offerId);
  return inTransaction(async (tx) => {
    const { offer, agent } = await findOffer(tx, actor, id);
    const { conversationId } = offer;
    if (offer.state === "accepted") return { conversationId };
    const [mine] = await tx
      .update(offers)
      .set({ state: "accepted" })
      .where(and(eq(offers.id, id), eq(offers.state, "open"), gt(offers.expiresAt, now())))
      .returning({ id: offers.id });
    if (!mine) throw new Conflict("offer_gone", "error.chat.offerGone");
    await tx.update(queueEntries).set({ state: "assigned", endedAt: now() }).where(eq(queueEntries.id, offer.queueEntryId));
    await tx.update(agentPresence).set({ missedOffers: 0 }).where(eq(agentPresence.memberId, agent.id));
    const handedOver = await completeTransfer(tx, conversationId);
    await assignConversation(tx, conversationId, agent.id, handedOver ? "transferred" : "accepted");
    await recordConversationEvent(tx, conversationId, agent, "accepted", { offerId: id });
    await publishToMembers(tx, [agent.id], { type: "offer.closed", offerId: id, conversationId, outcome: "accepted" });
    return { conversationId };
  }, outer);
}

/** The seat is reserved already. Makes the agent its owner, tells both sides and marks the public thread. */
export async function assignConversation(tx: Tx, conversationId: number, agentId: number, notice: "accepted" | "transferred" = "accepted"): Promise<void> {
  const [row] = await tx
    .update(conversations)
    .set({
      state: "active",
      choice: "chat",
      agentId,
      acceptedAt: sql`coalesce(${conversations.acceptedAt}, ${now().toISOString()}::timestamptz)`,
      fence: sql`${conversations.fence} + 1`,
    })
    .where(eq(conversations.id, conversationId))
    .returning();
  if (!row) throw new Error("no conversation");
  await sayInConversation(tx, conversationId, notice);
  await publishToMembers(tx, [row.askerId, agentId], { type: "conversation.accepted", conversationId, agentId });
  await publishToTopic(tx, `department:${row.departmentId}`, { type: "queue.changed" });
  // Who has closed the page is told outside of it.
  await enqueue(tx, "conversations.tell_absent", {}, { runAt: new Date(Date.now() + 20_000) });
  await showLiveMarker(tx, row.threadId);
}
