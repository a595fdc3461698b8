import { and, eq, lte, ne } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, conversations, offers } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { showLiveMarker } from "@/lib/conversations/show-live-marker";
import { system } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { releaseSeat, withdrawOffer } from "@/lib/queue/end-offer";
import { firstEnqueued } from "@/lib/queue/first-enqueued";
import { joinQueue, priorities } from "@/lib/queue/join-queue";
import { leaveLine } from "@/lib/queue/leave-line";
import { hasSignedOff } from "./has-signed-off";
import { isMarkedLost } from "./is-marked-lost";

/** From the last sign of life, which is a lease before the lease's end, to the line: not quite a minute. */
const GRACE_AFTER_LEASE_MS = 15_000;
/** A page that is loaded anew signs off and on again; the asker need not hear of that. */
const RELOAD_MS = 4_000;
const worker = system("presence");

/**
 * What follows when agents are no longer there: their open offers go on at once, those they talk to hear whether
 * the agent signed off or the connection is being restored, and after the grace their chats wait again at the head of the line. Every
 * step is guarded by the state it starts from, so several processes may do this at the same time.
 */
export async function expireLeases(): Promise<void> {
  const gone = and(ne(agentPresence.state, "offline"), lte(agentPresence.leaseUntil, now()));
  const lost = await inTransaction((tx) =>
    tx.update(agentPresence).set({ state: "offline", stateSince: now() }).where(gone).returning({ id: agentPresence.memberId }),
  );
  for (const { id } of lost) {
    await inTransaction((tx) => publishToMembers(tx, [id], { type: "presence.changed", state: "disconnected" }));
  }
  await eachAlone([withdrawOffersOfAbsent, tellAskersOfAbsent, requeueChatsOfAbsent], (follow) => follow());
}

const absent = (beforeMs: number) =>
  and(eq(agentPresence.state, "offline"), lte(agentPresence.leaseUntil, new Date(now().getTime() - beforeMs)));

async function withdrawOffersOfAbsent(): Promise<void> {
  const open = await db
    .select({ conversationId: offers.conversationId, agentId: offers.agentId })
    .from(offers)
    .innerJoin(agentPresence, eq(agentPresence.memberId, offers.agentId))
    .where(and(eq(offers.state, "open"), absent(0)));
  await eachAlone(open, ({ conversationId }) =>
    inTransaction(async (tx) => {
      await findConversation(tx, worker, conversationId, { lock: true });
      await withdrawOffer(tx, conversationId);
    }),
  );
}

async function tellAskersOfAbsent(): Promise<void> {
  const silent = await db
    .select({ id: conversations.id, agentId: conversations.agentId })
    .from(conversations)
    .innerJoin(agentPresence, eq(agentPresence.memberId, conversations.agentId))
    .where(and(eq(conversations.state, "active"), absent(0), isMarkedLost(false)));
  await eachAlone(silent, ({ id, agentId }) =>
    inTransaction(async (tx) => {
      await findConversation(tx, worker, id, { lock: true });
      const [still] = await tx
        .select({ presence: agentPresence })
        .from(conversations)
        .innerJoin(agentPresence, eq(agentPresence.memberId, conversations.agentId))
        .where(and(eq(conversations.id, id), eq(conversations.state, "active"), absent(0), isMarkedLost(false)));
      if (!still) return;
      const signedOff = hasSignedOff(still.presence);
      if (signedOff && now().getTime() - (still.presence.leaseUntil?.getTime() ?? 0) < RELOAD_MS) return;
      await recordConversationEvent(tx, id, worker, "agent_lost", { agentId, signedOff });
      await sayInConversation(tx, id, signedOff ? "agentLeft" : "agentReconnecting");
    }),
  );
}

async function requeueChatsOfAbsent(): Promise<void> {
  const orphans = await db
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(agentPresence, eq(agentPresence.memberId, conversations.agentId))
    .where(and(eq(conversations.state, "active"), absent(GRACE_AFTER_LEASE_MS)));
  await eachAlone(orphans, ({ id }) =>
    inTransaction(async (tx) => {
      const conversation = await findConversation(tx, worker, id, { lock: true });
      const { agentId, askerId, threadId, departmentId, fence } = conversation;
      if (conversation.state !== "active" || agentId === null) return;
      const [presence] = await tx
        .select()
        .from(agentPresence)
        .where(and(eq(agentPresence.memberId, agentId), absent(GRACE_AFTER_LEASE_MS)))
        .for("no key update");
      if (!presence) return;
      // What they were about to hand over waits where it was to go.
      const place = (await leaveLine(tx, id, "left"))?.departmentId ?? departmentId;
      await releaseSeat(tx, agentId);
      await tx
        .update(conversations)
        .set({ state: "queued", departmentId: place, agentId: null, fence: fence + 1 })
        .where(eq(conversations.id, id));
      await joinQueue(tx, { id, departmentId: place }, { priority: priorities.returned, enqueuedAt: await firstEnqueued(tx, id) });
      await sayInConversation(tx, id, hasSignedOff(presence) ? "passedOn" : "requeued");
      await recordConversationEvent(tx, id, worker, "requeued", { from: agentId });
      await publishToMembers(tx, [askerId, agentId], { type: "conversation.changed", conversationId: id, state: "queued" });
      await publishToTopic(tx, `department:${place}`, { type: "queue.changed" });
      await showLiveMarker(tx, threadId);
    }),
  );
}
