import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { changeChoiceInput } from "@/lib/conversations/input";
import { canChangeChoice } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import { sayInConversation } from "@/lib/conversations/say-in-conversation";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { assertPossible } from "./assert-possible";
import { joinQueue } from "./join-queue";
import { leaveLine } from "./leave-line";

/** From waiting to a callback or a message, or from those back into the line. What was said so far stays. */
export async function changeChoice(
  actor: Actor,
  conversationId: unknown,
  input: unknown,
  outer?: Tx,
): Promise<{ state: "queued" | "callback" | "message" }> {
  const id = parseInput(idInput, conversationId);
  const { choice } = parseInput(changeChoiceInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const asker = requireMember(actor);
    if (!canChangeChoice(asker, conversation)) throw new Conflict("not_waiting", "error.chat.notWaiting");
    const state = choice === "chat" ? "queued" : choice;
    if (conversation.choice === choice && choice !== "chat") return { state };
    if (choice === "chat" && (conversation.state === "queued" || conversation.state === "offered")) return { state };

    await assertPossible(tx, await findDepartment(conversation.departmentId, tx), choice);
    await leaveLine(tx, id, "left");
    // Who had it as a callback has it no more once it stands in the line.
    const owner = choice === "chat" ? { agentId: null, fence: conversation.fence + 1 } : {};
    await tx.update(conversations).set({ state, choice, ...owner }).where(eq(conversations.id, id));
    if (choice === "chat") await joinQueue(tx, conversation);
    else await sayInConversation(tx, id, choice);
    await recordConversationEvent(tx, id, asker, "choice_changed", { from: conversation.choice, to: choice });
    await publishToMembers(tx, [conversation.askerId, conversation.agentId], { type: "conversation.changed", conversationId: id, state });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    return { state };
  }, outer);
}
