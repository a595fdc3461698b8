import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { Ratings } from "./conversation-view";
import { findConversation } from "./find-conversation";
import { rateInput } from "./input";
import { canRate, isAsker } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";

/** The asker's judgement in three parts; may be changed. */
export async function rateConversation(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<Ratings> {
  const id = parseInput(idInput, conversationId);
  const ratings = parseInput(rateInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    assertCan(isAsker(actor, conversation));
    if (!canRate(actor, conversation)) throw new Conflict("not_closed", "error.conflict");
    await tx.update(conversations).set({ ratings }).where(eq(conversations.id, id));
    await recordConversationEvent(tx, id, actor, "rated", ratings);
    await publishToMembers(tx, [conversation.agentId], { type: "conversation.changed", conversationId: id, state: conversation.state });
    return ratings;
  }, outer);
}
