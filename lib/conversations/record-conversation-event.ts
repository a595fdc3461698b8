import type { Tx } from "@/db/client";
import { conversationEvents } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";

/** Writes down a change of a conversation, who made it and why, in its own history and in the audit log. */
export async function recordConversationEvent(
  tx: Tx,
  conversationId: number,
  actor: Actor,
  type: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await tx
    .insert(conversationEvents)
    .values({ conversationId, actorId: memberId(actor), type, data, createdAt: now() });
  await recordAudit(tx, actor, `conversation.${type}`, { kind: "conversation", id: conversationId }, data);
}
