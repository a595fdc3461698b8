import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { system } from "@/lib/members/actor";
import { isMarkedLost } from "./is-marked-lost";

/** The agent's browser reports again within the grace: the askers who were told that it does not hear so. */
export async function welcomeBack(tx: Tx, agentId: number): Promise<void> {
  const open = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.agentId, agentId), eq(conversations.state, "active"), isMarkedLost(true)))
    .for("no key update");
  for (const { id } of open) {
    await recordConversationEvent(tx, id, system("presence"), "agent_back", { agentId });
    await sayInConversation(tx, id, "agentBack");
  }
}
