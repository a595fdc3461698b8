import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { availabilityOf } from "@/lib/queue/get-availability";
import { joinQueue } from "@/lib/queue/join-queue";
import { findConversation, type FoundConversation } from "./find-conversation";
import { canReopen, isAsker, isOpenConversation, isTooLate, openStates } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { sayInConversation } from "./say-in-conversation";
import { showLiveMarker } from "./show-live-marker";

/**
 * Takes a closed conversation up again, with everything that was said. An asker stands in the line when
 * somebody is there (the agent of before is asked first), else it is a message; an agent who reopens has it.
 */
export async function reopenConversation(actor: Actor, conversationId: unknown, outer?: Tx): Promise<{ state: string }> {
  const id = parseInput(idInput, conversationId);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    if (isOpenConversation(conversation)) return { state: conversation.state };
    if (isTooLate(conversation)) throw new Conflict("too_late", "error.chat.reopenTooLate");
    assertCan(canReopen(member, conversation));
    await assertNoOther(tx, conversation);
    const byAsker = isAsker(member, conversation);
    const { choices } = await availabilityOf(tx, await findDepartment(conversation.departmentId, tx));
    const state = byAsker && choices.includes("chat") ? "queued" : "message";
    await tx
      .update(conversations)
      .set({
        state,
        choice: state === "queued" ? "chat" : "message",
        agentId: byAsker ? null : member.id,
        fence: conversation.fence + 1,
        disposition: null,
        dispositionReason: null,
        linkedAnswerId: null,
        linkedArticleId: null,
        savedSeconds: null,
        closedAt: null,
        closedById: null,
      })
      .where(eq(conversations.id, id));
    if (state === "queued") await joinQueue(tx, conversation);
    await sayInConversation(tx, id, "reopened");
    await recordConversationEvent(tx, id, member, "reopened", { state });
    await publishToMembers(tx, [conversation.askerId, conversation.agentId], { type: "conversation.changed", conversationId: id, state });
    await publishToTopic(tx, `department:${conversation.departmentId}`, { type: "queue.changed" });
    await invalidatePages(tx, `member-session:${conversation.askerId}`);
    await enqueue(tx, "conversation.opened", { conversationId: id });
    await showLiveMarker(tx, conversation.threadId);
    return { state };
  }, outer);
}

async function assertNoOther(tx: Tx, { threadId, askerId }: FoundConversation): Promise<void> {
  const [other] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.threadId, threadId), eq(conversations.askerId, askerId), inArray(conversations.state, openStates)));
  if (other) throw new Conflict("open_already", "error.chat.openAlready", {}, { conversationId: other.id });
}
