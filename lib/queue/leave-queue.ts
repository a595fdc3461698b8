import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { canLeave } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { showLiveMarker } from "@/lib/conversations/show-live-marker";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { creditAnswer, creditKnown } from "./credit-answer";
import { leaveLine } from "./leave-line";

export const leaveInput = z.object({
  /** The community did it; the place is released for the next. */
  solved: z.boolean().default(false),
  /** By this answer, which is accepted and credited with it. */
  answerId: idInput.optional(),
  /** By what somebody had written elsewhere, who is credited. */
  known: z.object({ kind: z.enum(["thread", "article"]), id: idInput }).optional(),
});

/** The asker no longer waits. Asked again it says the same. */
export async function leaveQueue(
  actor: Actor,
  conversationId: unknown,
  input: unknown = {},
  outer?: Tx,
): Promise<{ state: "left" | "answered" }> {
  const id = parseInput(idInput, conversationId);
  const { solved, answerId, known } = parseInput(leaveInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const { state: before } = conversation;
    if (before === "left" || before === "answered") return { state: before };
    if (!canLeave(actor, conversation)) throw new Conflict("not_waiting", "error.chat.notWaiting");
    const state = solved || answerId || known ? "answered" : "left";
    await leaveLine(tx, id, state);
    await tx.update(conversations).set({ state, closedAt: now() }).where(eq(conversations.id, id));
    if (answerId) await creditAnswer(tx, actor, conversation, answerId);
    else if (known) await creditKnown(tx, actor, conversation, known);
    if (state === "answered") await enqueue(tx, "conversation.answered", { threadId: conversation.threadId });
    // What the log promised no longer holds.
    if (conversation.choice !== "chat") await sayInConversation(tx, id, "withdrawn");
    await recordConversationEvent(tx, id, actor, state);
    await publishToMembers(tx, [conversation.askerId, conversation.agentId], { type: "conversation.changed", conversationId: id, state });
    await invalidatePages(tx, `member-session:${conversation.askerId}`);
    await showLiveMarker(tx, conversation.threadId);
    return { state };
  }, outer);
}
