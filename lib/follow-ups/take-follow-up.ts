import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { followUps } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canReopen, canTake, isOpenConversation } from "@/lib/conversations/permissions";
import { reopenConversation } from "@/lib/conversations/reopen-conversation";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { takeConversation } from "@/lib/queue/take-conversation";
import { findOpenFollowUp, type FollowUp } from "./find-follow-up";
import { canFollowUp } from "./permissions";

/**
 * "I answer now": it is theirs, and so is the conversation, taken up again where that is still possible. Leads to
 * where the reply is written; the follow-up ends by itself when it is there.
 */
export async function takeFollowUp(actor: Actor, followUpId: unknown, outer?: Tx): Promise<{ path: string }> {
  const id = parseInput(idInput, followUpId);
  return inTransaction(async (tx) => {
    const followUp = await findOpenFollowUp(tx, actor, id);
    assertCan(canFollowUp(actor, followUp));
    await tx.update(followUps).set({ ownerId: actor.id }).where(eq(followUps.id, id));
    await recordAudit(tx, actor, "follow_up.taken", { kind: "follow_up", id });
    return { path: await whereToReply(tx, actor, followUp) };
  }, outer);
}

async function whereToReply(tx: Tx, actor: Actor, { threadId, conversationId }: FollowUp): Promise<string> {
  const toQuestion = `/t/${threadId}#answer`;
  if (conversationId === null) return toQuestion;
  const conversation = await findConversation(tx, actor, conversationId).catch((error: unknown) => {
    // Another department has it by now.
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!conversation) return toQuestion;
  if (canTake(actor, conversation)) await takeConversation(actor, conversationId, tx);
  else if (canReopen(actor, conversation)) await reopenConversation(actor, conversationId, tx);
  else if (!isOpenConversation(conversation)) return toQuestion;
  return `/staff/inbox?c=${conversationId}`;
}
