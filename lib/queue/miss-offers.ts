import { and, eq, lte, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { agentPresence, conversations, members, offers, threads } from "@/db/schema";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { listLeadIds } from "@/lib/departments/list-staff-ids";
import { system } from "@/lib/members/actor";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { publishToMembers } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { endIfForThem } from "./decline-offer";
import { endOffer, type Offer } from "./end-offer";

/** After so many in a row an agent is asked no more until they say that they are there. */
const MISSES = 2;
/** How long the browser has to show what was pushed to it. */
const PUSH_MS = 10_000;

/**
 * What no screen has shown goes to the next channel, a push to the agent's browsers; what nobody answered or showed
 * there either, to the next agent. Never ends the customer's chat: it waits on.
 */
export async function missOffers(): Promise<number> {
  const due = await db
    .select()
    .from(offers)
    .where(and(eq(offers.state, "open"), lte(offers.expiresAt, now())));
  let missed = 0;
  await eachAlone(due, (offer) =>
    inTransaction(async (tx) => {
      await tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(eq(conversations.id, offer.conversationId))
        .for("no key update");
      const [still] = await tx
        .select()
        .from(offers)
        .where(and(eq(offers.id, offer.id), lte(offers.expiresAt, now())));
      if (!still || (await pushInstead(tx, still)) || !(await endOffer(tx, still, "missed"))) return;
      missed += 1;
      const seen = still.seenAt !== null;
      await recordConversationEvent(tx, offer.conversationId, system("queue"), "offer_missed", { agentId: offer.agentId, seen });
      await endIfForThem(tx, offer);
      if (!seen) await tellOfUnseen(tx, offer);
      await countMiss(tx, offer);
    }),
  );
  return missed;
}

/** Once, and only for who has named a browser. */
async function pushInstead(tx: Tx, { id, state, agentId, seenAt, pushedAt }: Offer): Promise<boolean> {
  if (state !== "open" || seenAt !== null || pushedAt !== null) return false;
  const { rowCount } = await tx.execute(sql`
    update offers set pushed_at = ${now().toISOString()}::timestamptz, expires_at = ${new Date(now().getTime() + PUSH_MS).toISOString()}::timestamptz
    where id = ${id} and exists (select 1 from push_subscriptions where member_id = ${agentId})`);
  if (rowCount === 1) await enqueue(tx, "push.offer", { offerId: id });
  return rowCount === 1;
}

/** By mail too: an agent who is online but can't be reached ought to know. */
async function tellOfUnseen(tx: Tx, { id, agentId, conversationId }: Offer): Promise<void> {
  const [thread] = await tx
    .select({ id: threads.id, title: threads.title })
    .from(conversations)
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .where(eq(conversations.id, conversationId));
  if (!thread) return;
  await notify(tx, {
    memberId: agentId,
    kind: "offer_unseen",
    path: "/staff/inbox",
    values: { title: thread.title },
    threadId: thread.id,
    dedupeKey: `offer-unseen:${id}`,
  });
}

async function countMiss(tx: Tx, { id, agentId }: Offer): Promise<void> {
  const [presence] = await tx
    .update(agentPresence)
    .set({
      missedOffers: sql`${agentPresence.missedOffers} + 1`,
      state: sql`case when ${agentPresence.missedOffers} + 1 >= ${MISSES} and ${agentPresence.state} = 'online'
        then 'not_responding'::presence else ${agentPresence.state} end`,
    })
    .where(eq(agentPresence.memberId, agentId))
    .returning({ state: agentPresence.state, missed: agentPresence.missedOffers });
  if (presence?.state !== "not_responding" || presence.missed !== MISSES) return;
  await publishToMembers(tx, [agentId], { type: "presence.changed", state: "not_responding" });
  const [agent] = await tx.select({ name: members.displayName }).from(members).where(eq(members.id, agentId));
  for (const memberId of await listLeadIds(tx, ["manager"])) {
    await notify(tx, { memberId, kind: "agent_silent", path: "/staff/queue", values: { name: agent?.name ?? "" }, actorId: agentId, dedupeKey: `silent:${id}` });
  }
}
