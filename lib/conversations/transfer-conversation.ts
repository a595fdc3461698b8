import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { agentPresence, conversations, departmentMembers, members } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor, Member } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { assignConversation } from "@/lib/queue/accept-offer";
import { availabilityOf } from "@/lib/queue/get-availability";
import { firstEnqueued } from "@/lib/queue/first-enqueued";
import { joinQueue, priorities } from "@/lib/queue/join-queue";
import { freeSeat } from "./close-conversation";
import { findConversation, type FoundConversation } from "./find-conversation";
import { transferInput } from "./input";
import { canTransfer } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { sayInConversation } from "./say-in-conversation";
import { showLiveMarker } from "./show-live-marker";
import { storeMessage } from "./store-message";

/**
 * Hands a conversation to a colleague or a department, with a note for whoever takes it. Refused before the
 * customer hears of it when nobody there can take it now.
 */
export async function transferConversation(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<{ state: string }> {
  const id = parseInput(idInput, conversationId);
  const { note, departmentId, agentId } = parseInput(transferInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const from = requireMember(actor);
    assertCan(canTransfer(from, conversation));
    await storeMessage(tx, from, conversation, { clientId: randomUUID(), body: note, visibility: "staff" });
    const state =
      agentId !== undefined ? await toAgent(tx, conversation, agentId) : await toDepartment(tx, conversation, departmentId ?? 0);
    await recordConversationEvent(tx, id, from, "transferred", { agentId, departmentId });
    await publishToMembers(tx, [conversation.agentId, from.id], { type: "conversation.changed", conversationId: id, state });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    await showLiveMarker(tx, conversation.threadId);
    return { state };
  }, outer);
}

const noTarget = () => new Conflict("no_target", "error.chat.noTarget");

async function toAgent(tx: Tx, conversation: FoundConversation, agentId: number): Promise<string> {
  const { id, state } = conversation;
  const target = await findTarget(tx, agentId);
  if (!target || agentId === conversation.agentId || agentId === conversation.askerId) throw noTarget();
  const departmentId = target.departments.includes(conversation.departmentId)
    ? conversation.departmentId
    : (target.departments[0] ?? conversation.departmentId);
  if (state === "active") {
    await reserveSeat(tx, agentId);
    await freeSeat(tx, conversation);
    await tx.update(conversations).set({ departmentId }).where(eq(conversations.id, id));
    await assignConversation(tx, id, agentId);
  } else {
    await tx.update(conversations).set({ departmentId, agentId, fence: conversation.fence + 1 }).where(eq(conversations.id, id));
    await publishToMembers(tx, [agentId], { type: "conversation.accepted", conversationId: id, agentId });
  }
  await sayInConversation(tx, id, "transferred");
  return state;
}

async function toDepartment(tx: Tx, conversation: FoundConversation, departmentId: number): Promise<string> {
  const { id, fence } = conversation;
  const department = await findDepartment(departmentId, tx).catch(() => {
    throw noTarget();
  });
  if (conversation.state !== "active") {
    await tx.update(conversations).set({ departmentId, agentId: null, fence: fence + 1 }).where(eq(conversations.id, id));
    await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
    return conversation.state;
  }
  if ((await availabilityOf(tx, department)).state === "closed") throw noTarget();
  await freeSeat(tx, conversation);
  await tx
    .update(conversations)
    .set({ state: "queued", departmentId, agentId: null, fence: fence + 1 })
    .where(eq(conversations.id, id));
  await joinQueue(tx, { id, departmentId }, { priority: priorities.returned, enqueuedAt: await firstEnqueued(tx, id) });
  await sayInConversation(tx, id, "transferred");
  await publishToMembers(tx, [conversation.askerId], { type: "conversation.changed", conversationId: id, state: "queued" });
  return "queued";
}

async function findTarget(tx: Tx, agentId: number): Promise<Pick<Member, "departments"> | null> {
  const rows = await tx
    .select({ departmentId: departmentMembers.departmentId })
    .from(members)
    .innerJoin(departmentMembers, eq(departmentMembers.memberId, members.id))
    .where(sql`${members.id} = ${agentId} and ${members.deactivatedAt} is null and ${members.role} in ('agent', 'manager', 'admin')`);
  return rows.length === 0 ? null : { departments: rows.map(({ departmentId }) => departmentId) };
}

async function reserveSeat(tx: Tx, agentId: number): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  const [seat] = await tx
    .update(agentPresence)
    .set({ load: sql`${agentPresence.load} + 1`, lastAssignedAt: now() })
    .where(
      and(
        eq(agentPresence.memberId, agentId),
        sql`${agentPresence.state} = 'online' and ${agentPresence.leaseUntil} > ${time} and ${agentPresence.load} < ${agentPresence.capacity}`,
      ),
    )
    .returning({ load: agentPresence.load });
  if (!seat) throw noTarget();
}
