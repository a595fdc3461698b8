import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, messages } from "@/db/schema";
import { type Actor, isStaff, type Member } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { Conflict, Forbidden } from "@/lib/platform/errors";
import { publishToTopic } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { MessageView, Visibility } from "./conversation-view";
import { consultDepartments } from "./consult-departments";
import { countRepeat } from "./count-repeat";
import { type FoundConversation, findConversation } from "./find-conversation";
import { postMessageInput } from "./input";
import { messageView } from "./message-view";
import { canReopen, canWriteMessage, canWriteNote, isAsker, isOpenConversation, isUnclaimed } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { storeMessage } from "./store-message";

export type PostedMessage = { message: MessageView; created: boolean };
type Draft = { clientId: string; body: string; visibility: Visibility; baseSeq?: number };

/**
 * Says something in a conversation. Numbered under the conversation's lock, so the order is that of the commits
 * and without gaps. The sender chooses the id: the same again is the same message, the same id with other words
 * is refused. This is the fast path: two statements between begin and commit.
 */
export async function postMessage(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<PostedMessage> {
  const id = parseInput(idInput, conversationId);
  const draft = parseInput(postMessageInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const author = requireMember(actor);
    const note = draft.visibility === "staff";
    if (!isOpenConversation(conversation) && !note) return repeated(tx, author, conversation, draft);
    if (note ? !canWriteNote(author, conversation) : !canWriteMessage(author, conversation)) {
      throw new Forbidden(isStaff(author) ? "error.chat.notYours" : "error.forbidden");
    }
    const stored = await storeMessage(tx, author, conversation, draft);
    if ("existing" in stored) return same(conversation, draft, stored.existing);
    if ("missed" in stored) throw new Conflict("stale", "error.chat.stale", {}, { lastSeq: stored.missed });
    if (note) await consultDepartments(tx, author, stored.message);
    if (!note && isUnclaimed(conversation)) await claimOrTell(tx, author, conversation);
    if (!note && !isAsker(author, conversation)) await countRepeat(tx, stored.message);
    return { message: stored.message, created: true };
  }, outer);
}

/** A repeat of what was stored before the close is still answered; anything new is refused, with the way back. */
async function repeated(tx: Tx, author: Member, conversation: FoundConversation, draft: Draft): Promise<PostedMessage> {
  const [existing] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversation.id),
        eq(messages.authorId, author.id),
        eq(messages.clientId, draft.clientId),
      ),
    );
  if (existing) return same(conversation, draft, existing);
  throw new Conflict("closed", "error.chat.closed", {}, {
    state: conversation.state,
    canReopen: canReopen(author, conversation),
    reopen: `/api/v1/conversations/${conversation.id}/reopen`,
  });
}

function same(conversation: FoundConversation, draft: Draft, existing: typeof messages.$inferSelect): PostedMessage {
  if (existing.body !== draft.body || existing.visibility !== draft.visibility) {
    throw new Conflict("id_reused", "error.chat.idReused", {}, { seq: existing.seq });
  }
  return { message: messageView(conversation, existing), created: false };
}

/** Whoever of the staff answers a callback or message first has it; the asker's words go to all of the department. */
async function claimOrTell(tx: Tx, author: Member, conversation: FoundConversation): Promise<void> {
  const topic = `department:${conversation.departmentId}`;
  if (!isAsker(author, conversation)) {
    await tx
      .update(conversations)
      .set({ agentId: author.id, acceptedAt: conversation.acceptedAt ?? now(), fence: sql`${conversations.fence} + 1` })
      .where(eq(conversations.id, conversation.id));
    await recordConversationEvent(tx, conversation.id, author, "accepted", { byReply: true });
  }
  await publishToTopic(tx, topic, { type: "queue.changed" });
}
