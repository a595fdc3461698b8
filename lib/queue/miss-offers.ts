import { and, eq, lte, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { agentPresence, conversations, offers } from "@/db/schema";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { system } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import { endIfForThem } from "./decline-offer";
import { endOffer } from "./end-offer";

/** After so many in a row an agent is asked no more until they say that they are there. */
const MISSES = 2;

/** Ends the offers nobody answered in time. Never ends the customer's chat: it waits on. */
export async function missOffers(): Promise<number> {
  const due = await db
    .select()
    .from(offers)
    .where(and(eq(offers.state, "open"), lte(offers.expiresAt, now())));
  let missed = 0;
  for (const offer of due) {
    await inTransaction(async (tx) => {
      await tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(eq(conversations.id, offer.conversationId))
        .for("no key update");
      const [still] = await tx
        .select()
        .from(offers)
        .where(and(eq(offers.id, offer.id), lte(offers.expiresAt, now())));
      if (!still || !(await endOffer(tx, still, "missed"))) return;
      missed += 1;
      await recordConversationEvent(tx, offer.conversationId, system("queue"), "offer_missed", { agentId: offer.agentId });
      await endIfForThem(tx, offer);
      await countMiss(tx, offer.agentId);
    });
  }
  return missed;
}

async function countMiss(tx: Tx, agentId: number): Promise<void> {
  const [presence] = await tx
    .update(agentPresence)
    .set({
      missedOffers: sql`${agentPresence.missedOffers} + 1`,
      state: sql`case when ${agentPresence.missedOffers} + 1 >= ${MISSES} and ${agentPresence.state} = 'online'
        then 'not_responding'::presence else ${agentPresence.state} end`,
    })
    .where(eq(agentPresence.memberId, agentId))
    .returning({ state: agentPresence.state });
  if (presence?.state === "not_responding") {
    await publishToMembers(tx, [agentId], { type: "presence.changed", state: "not_responding" });
  }
}
