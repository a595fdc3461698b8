import { inTransaction, type Tx } from "@/db/client";
import { holds } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canHold } from "@/lib/conversations/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { holdInput } from "./input";

/** From now on nothing that was said in a conversation, or in any of this customer's, is deleted until somebody lifts it. */
export async function holdConversation(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const id = parseInput(idInput, conversationId);
  const { reason, ofCustomer } = parseInput(holdInput, input);
  return inTransaction(async (tx) => {
    // Held for this transaction: what is being forgotten at this moment is either gone or stays.
    const conversation = await findConversation(tx, actor, id, { lock: true });
    assertCan(canHold(actor, conversation));
    const held = ofCustomer ? { memberId: conversation.askerId } : { conversationId: id };
    const [hold] = await tx
      .insert(holds)
      .values({ ...held, reason, heldById: actor.id, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: holds.id });
    if (!hold) throw new Conflict("already_held", "error.hold.already");
    await recordAudit(tx, actor, "conversation.held", { kind: "conversation", id }, { hold: hold.id, reason, ofCustomer });
    return hold;
  }, outer);
}
