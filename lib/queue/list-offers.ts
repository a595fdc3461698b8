import { and, asc, eq, gt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { conversations, members, offers, queueEntries, threads, transfers } from "@/db/schema";
import type { Packet } from "@/lib/conversations/packet";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { OfferView } from "./queue-view";

/** What one is being offered at this moment, the first first: more time for one moves none under the hand. */
export async function listOffers(actor: Actor): Promise<OfferView[]> {
  const own = memberId(actor);
  if (own === null) return [];
  const senders = alias(members, "senders");
  const rows = await db
    .select({
      offer: offers,
      entry: { departmentId: queueEntries.departmentId, enqueuedAt: queueEntries.enqueuedAt },
      thread: { id: threads.id, slug: threads.slug, title: threads.title, meTooCount: threads.meTooCount },
      packet: conversations.packet,
      asker: personColumns(members),
      handover: { by: senders.displayName, note: transfers.note },
    })
    .from(offers)
    .innerJoin(queueEntries, eq(queueEntries.id, offers.queueEntryId))
    .innerJoin(conversations, eq(conversations.id, offers.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(members, eq(members.id, conversations.askerId))
    .leftJoin(transfers, and(eq(transfers.conversationId, conversations.id), eq(transfers.state, "open")))
    .leftJoin(senders, eq(senders.id, transfers.fromId))
    .where(and(eq(offers.agentId, own), eq(offers.state, "open"), gt(offers.expiresAt, now())))
    .orderBy(asc(offers.offeredAt), asc(offers.id));
  return rows.map(({ offer, entry, thread: { meTooCount, ...thread }, packet, asker, handover: { by, note } }) => ({
    id: offer.id,
    conversationId: offer.conversationId,
    thread,
    asker: personView(asker),
    ...entry,
    summary: (packet as Packet).summary,
    meTooCount,
    handover: by === null || note === null ? null : { by, note },
    offeredAt: offer.offeredAt,
    expiresAt: offer.expiresAt,
  }));
}
