import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, threads } from "@/db/schema";
import { findConversation, type FoundConversation } from "@/lib/conversations/find-conversation";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import type { Actor, Member } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { type Notice, notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { callOutcomeInput } from "./input";
import { canCall } from "./permissions";

/**
 * How a booked call went. Whoever made it has the case from then on. Who was not reached is told, keeps everything
 * said so far and chooses another time.
 */
export async function recordCall(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, conversationId);
  const { outcome } = parseInput(callOutcomeInput, input);
  await inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const agent = requireMember(actor);
    assertCan(canCall(agent, conversation));
    const { rowCount } = await tx.execute(sql`
      update bookings set state = ${outcome === "made" ? "done" : "missed"}, ended_at = ${now().toISOString()}::timestamptz
      where conversation_id = ${id} and state = 'booked'`);
    if (rowCount === 0) throw new Conflict("no_call", "error.call.none");
    await takeOn(tx, agent, conversation, outcome === "made");
    await recordConversationEvent(tx, id, agent, `call_${outcome}`);
    if (outcome === "missed") {
      await sayInConversation(tx, id, "callMissed");
      await tellAsker(tx, agent, conversation, "call_missed");
    }
    await publishToMembers(tx, [conversation.askerId, agent.id], { type: "conversation.changed", conversationId: id, state: "callback" });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
  }, outer);
}

async function takeOn(tx: Tx, { id: agentId }: Member, { id, agentId: before, fence }: FoundConversation, spoken: boolean): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  await tx
    .update(conversations)
    .set({
      lastAgentAt: now(),
      acceptedAt: sql`coalesce(${conversations.acceptedAt}, ${time})`,
      ...(spoken && { firstReplyAt: sql`coalesce(${conversations.firstReplyAt}, ${time})` }),
      ...(before === null && { agentId, fence: fence + 1 }),
    })
    .where(eq(conversations.id, id));
}

/** Outside of the page too: they may not be here. */
export async function tellAsker(tx: Tx, agent: Member, { id, askerId, threadId }: FoundConversation, kind: Notice["kind"]): Promise<void> {
  const [thread] = await tx.select({ title: threads.title }).from(threads).where(eq(threads.id, threadId));
  await notify(tx, { memberId: askerId, kind, path: `/chat/${id}`, values: { title: thread?.title ?? "" }, actorId: agent.id, threadId });
}
