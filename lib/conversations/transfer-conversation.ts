import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, transfers } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { takesChats } from "@/lib/presence/takes-chats";
import { firstEnqueued } from "@/lib/queue/first-enqueued";
import { joinQueue, priorities } from "@/lib/queue/join-queue";
import { leaveLine } from "@/lib/queue/leave-line";
import { findConversation, type FoundConversation } from "./find-conversation";
import { transferInput } from "./input";
import { canTransfer } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { sayInConversation } from "./say-in-conversation";
import { showLiveMarker } from "./show-live-marker";
import { storeMessage } from "./store-message";

type Target = { agentId?: number; departmentId?: number; skill?: string };

/**
 * Hands a conversation to a colleague, a department or whoever knows something, with a note for them. A running
 * chat is handed over warm: it waits in the new line with its first place while the old agent keeps it, until
 * somebody there accepts. Refused before the customer hears of it when nobody there could ever take it.
 */
export async function transferConversation(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<{ state: string }> {
  const id = parseInput(idInput, conversationId);
  const { note, ...target } = parseInput(transferInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const from = requireMember(actor);
    assertCan(canTransfer(from, conversation));
    const warm = conversation.state === "active";
    const departmentId = await findPlace(tx, conversation, target, warm);
    await storeMessage(tx, from, conversation, { clientId: randomUUID(), body: note, visibility: "staff" });
    await recordConversationEvent(tx, id, from, "transferred", { ...target, departmentId });
    if (warm) await waitForTaker(tx, conversation, { ...target, departmentId, note });
    else await handOver(tx, conversation, { ...target, departmentId });
    await publishToMembers(tx, [conversation.agentId, from.id], { type: "conversation.changed", conversationId: id, state: conversation.state });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    return { state: conversation.state };
  }, outer);
}

/** The department whose line it stands in. Of a running chat somebody there must be able to take it, busy or not. */
async function findPlace(tx: Tx, conversation: FoundConversation, { agentId, departmentId, skill }: Target, warm: boolean): Promise<number> {
  const noTarget = () => new Conflict("no_target", "error.chat.noTarget");
  if (agentId !== undefined && (agentId === conversation.agentId || agentId === conversation.askerId)) throw noTarget();
  if (departmentId !== undefined) {
    await findDepartment(departmentId, tx).catch(() => {
      throw noTarget();
    });
    if (!warm) return departmentId;
  }
  const there = warm || skill !== undefined
    ? sql`${takesChats()} and capacity > 0`
    : sql`true`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select department_id as id
    from members
    join department_members on department_members.member_id = members.id
    left join agent_presence on agent_presence.member_id = members.id
    where members.role in ('agent', 'manager', 'admin') and members.deactivated_at is null
      and members.id <> ${conversation.askerId} and members.id is distinct from ${conversation.agentId}::bigint and ${there}
      and (${agentId ?? null}::bigint is null or members.id = ${agentId ?? null})
      and (${departmentId ?? null}::bigint is null or department_id = ${departmentId ?? null})
      and (${skill ?? null}::text is null or exists (select 1 from agent_skills where member_id = members.id and skill = ${skill ?? null}))
    order by department_id = ${conversation.departmentId} desc, department_id limit 1`);
  if (!rows[0]) throw noTarget();
  return Number(rows[0].id);
}

async function waitForTaker(tx: Tx, { id, agentId }: FoundConversation, target: Target & { departmentId: number; note: string }): Promise<void> {
  if (agentId === null) throw new Error("an active chat has an agent");
  await leaveLine(tx, id, "left");
  await tx.insert(transfers).values({ conversationId: id, fromId: agentId, ...target, createdAt: now() });
  const place = { id, departmentId: target.departmentId };
  await joinQueue(tx, place, { priority: priorities.returned, enqueuedAt: await firstEnqueued(tx, id) });
}

/** Nobody waits at the other end of a callback or message: it just gets another owner. */
async function handOver(tx: Tx, { id, fence, askerId, threadId }: FoundConversation, { agentId, departmentId, skill }: Target & { departmentId: number }): Promise<void> {
  await tx
    .update(conversations)
    .set({ departmentId, agentId: agentId ?? null, fence: fence + 1, ...(skill !== undefined && { skills: [skill] }) })
    .where(eq(conversations.id, id));
  if (agentId !== undefined) await publishToMembers(tx, [askerId, agentId], { type: "conversation.accepted", conversationId: id, agentId });
  await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
  await sayInConversation(tx, id, "transferred");
  await showLiveMarker(tx, threadId);
}
