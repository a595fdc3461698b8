import { and, eq, lte } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { conversations, queueEntries } from "@/db/schema";
import { tellSender } from "@/lib/conversations/finish-transfer";
import { findConversation } from "@/lib/conversations/find-conversation";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { system } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { publishToMembers } from "@/lib/platform/events";
import { leaveLine } from "./leave-line";

/**
 * Nobody waits longer than was promised: what waited too long becomes a message the department answers, and
 * the asker is asked to choose between that, a callback and the line again. Never ends the conversation.
 */
export async function expireWaiting(): Promise<number> {
  const worker = system("queue");
  const due = await db
    .select({ id: queueEntries.conversationId })
    .from(queueEntries)
    .where(and(eq(queueEntries.state, "waiting"), lte(queueEntries.deadlineAt, now())));
  await eachAlone(due, ({ id }) =>
    inTransaction(async (tx) => {
      const { state, askerId } = await findConversation(tx, worker, id, { lock: true });
      if (state !== "queued" && state !== "active") return;
      const transfer = await leaveLine(tx, id, "expired");
      // Nobody took it over: who has it keeps it, and the customer never knew.
      if (transfer) await tellSender(tx, transfer, "nobody");
      if (state !== "queued") return;
      await tx.update(conversations).set({ state: "message", choice: "message" }).where(eq(conversations.id, id));
      await sayInConversation(tx, id, "waitedTooLong");
      await recordConversationEvent(tx, id, worker, "waited_too_long");
      await publishToMembers(tx, [askerId], { type: "conversation.changed", conversationId: id, state: "message", forced: true });
    }),
  );
  return due.length;
}
