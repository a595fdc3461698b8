import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agentPresence, conversations, offers, queueEntries } from "@/db/schema";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";

export type Offer = typeof offers.$inferSelect;

/**
 * Ends an open offer without an acceptance: the seat is free again and the conversation waits where it stood.
 * The conversation's row must be locked. False when somebody else was faster.
 */
export async function endOffer(tx: Tx, offer: Offer, outcome: "declined" | "missed" | "withdrawn"): Promise<boolean> {
  const [ended] = await tx
    .update(offers)
    .set({ state: outcome })
    .where(and(eq(offers.id, offer.id), eq(offers.state, "open")))
    .returning({ id: offers.id });
  if (!ended) return false;
  const [entry] = await tx
    .update(queueEntries)
    .set({ state: "waiting" })
    .where(and(eq(queueEntries.id, offer.queueEntryId), eq(queueEntries.state, "offered")))
    .returning({ departmentId: queueEntries.departmentId });
  await tx
    .update(conversations)
    .set({ state: "queued" })
    .where(and(eq(conversations.id, offer.conversationId), eq(conversations.state, "offered")));
  await releaseSeat(tx, offer.agentId);
  await publishToMembers(tx, [offer.agentId], {
    type: "offer.closed",
    offerId: offer.id,
    conversationId: offer.conversationId,
    outcome,
  });
  if (entry) await routeAgain(tx, entry.departmentId);
  return true;
}

/** The one open offer of a conversation, if any, is taken back. */
export async function withdrawOffer(tx: Tx, conversationId: number): Promise<void> {
  const [open] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.conversationId, conversationId), eq(offers.state, "open")));
  if (open) await endOffer(tx, open, "withdrawn");
}

/** A conversation or an offer no longer takes a seat of this agent. */
export async function releaseSeat(tx: Tx, agentId: number): Promise<void> {
  await tx
    .update(agentPresence)
    .set({ load: sql`greatest(${agentPresence.load} - 1, 0)` })
    .where(eq(agentPresence.memberId, agentId));
}

/**
 * Something changed for those who wait: offers are made anew after the commit, and open pages look again. Without a
 * job key: it would make everything in one department wait for one row, and routing twice costs nothing.
 */
export async function routeAgain(tx: Tx, departmentId: number): Promise<void> {
  await enqueue(tx, "queue.offer", { departmentId });
  await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
}
