import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { offers, transfers } from "@/db/schema";
import { tellSender } from "@/lib/conversations/finish-transfer";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { endOffer, type Offer } from "./end-offer";
import { findOffer } from "./find-offer";
import { leaveLine } from "./leave-line";

/** Passes an offer on. It goes to the next agent at once and does not come back in this round. */
export async function declineOffer(actor: Actor, offerId: unknown, outer?: Tx): Promise<{ conversationId: number }> {
  const id = parseInput(idInput, offerId);
  return inTransaction(async (tx) => {
    const { offer, agent } = await findOffer(tx, actor, id);
    const { conversationId } = offer;
    if (offer.state === "declined") return { conversationId };
    if (!(await endOffer(tx, offer, "declined"))) throw new Conflict("offer_gone", "error.chat.offerGone");
    await recordConversationEvent(tx, conversationId, agent, "offer_declined", { offerId: id });
    await endIfForThem(tx, offer);
    return { conversationId };
  }, outer);
}

/** What was handed to one colleague goes to nobody else when they pass: it stays with who has it. */
export async function endIfForThem(tx: Tx, { conversationId, agentId }: Offer): Promise<void> {
  const [mine] = await tx
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.conversationId, conversationId), eq(transfers.agentId, agentId), eq(transfers.state, "open")));
  const transfer = mine && (await leaveLine(tx, conversationId, "left"));
  if (transfer) await tellSender(tx, transfer, "declined");
}

/** Reading the packet earns thirty seconds more, once. */
export async function extendOffer(actor: Actor, offerId: unknown, outer?: Tx): Promise<{ expiresAt: Date }> {
  const id = parseInput(idInput, offerId);
  return inTransaction(async (tx) => {
    const { offer } = await findOffer(tx, actor, id);
    const [extended] = await tx
      .update(offers)
      .set({ extended: 1, seenAt: sql`coalesce(${offers.seenAt}, ${now().toISOString()}::timestamptz)`, expiresAt: sql`${offers.expiresAt} + interval '30 seconds'` })
      .where(and(eq(offers.id, id), eq(offers.state, "open"), eq(offers.extended, 0)))
      .returning({ expiresAt: offers.expiresAt });
    return { expiresAt: extended?.expiresAt ?? offer.expiresAt };
  }, outer);
}
