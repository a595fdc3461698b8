import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import type { SystemNotice } from "@/lib/conversations/system-notice";
import { system } from "@/lib/members/actor";
import { isMarkedAway } from "./is-marked-lost";

/** The agent reports again: the askers who were told of an absence hear so. */
export async function welcomeBack(tx: Tx, agentId: number): Promise<void> {
  await tell(tx, agentId, isMarkedAway(), { type: "agent_back", notice: "agentBack" });
}

/** A break keeps the chats; those who wait in them are told. */
export async function tellOfBreak(tx: Tx, agentId: number): Promise<void> {
  await tell(tx, agentId, sql`not coalesce(${isMarkedAway()}, false)`, { type: "agent_break", notice: "agentOnBreak" });
}

async function tell(tx: Tx, agentId: number, when: SQL, { type, notice }: { type: string; notice: SystemNotice }): Promise<void> {
  const mine = and(eq(conversations.agentId, agentId), eq(conversations.state, "active"));
  await tx.select({ id: conversations.id }).from(conversations).where(mine).for("no key update");
  // Only a new statement sees what was told by whoever held the rows: two tabs report at the same time after a reload.
  const open = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(mine, when));
  for (const { id } of open) {
    await recordConversationEvent(tx, id, system("presence"), type, { agentId });
    await sayInConversation(tx, id, notice);
  }
}
