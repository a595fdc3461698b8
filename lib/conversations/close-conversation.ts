import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { findAnswer } from "@/lib/answers/find-answer";
import { listedArticles } from "@/lib/articles/visible";
import { type Actor, visitor } from "@/lib/members/actor";
import { readMember } from "@/lib/members/read-member";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { Conflict, InvalidInput, NotFound } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { startWrapUp } from "@/lib/presence/wrap-up";
import { reviewPublication } from "@/lib/publications/review-publication";
import { releaseSeat, routeAgain } from "@/lib/queue/end-offer";
import { leaveLine } from "@/lib/queue/leave-line";
import { findThread } from "@/lib/threads/find-thread";
import type { Disposition } from "./conversation-view";
import { findConversation, type FoundConversation } from "./find-conversation";
import { closeInput } from "./input";
import { canClose } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { sayInConversation } from "./say-in-conversation";
import { showLiveMarker } from "./show-live-marker";

/**
 * Ends a conversation. No close without knowledge: what becomes of it is said with the same step, and the
 * database refuses a closed one without it. Asked again with the same disposition it says the same.
 */
export async function closeConversation(
  actor: Actor,
  conversationId: unknown,
  input: unknown,
  outer?: Tx,
): Promise<{ disposition: Disposition; publicationId: number | null }> {
  const id = parseInput(idInput, conversationId);
  const { disposition, reason, linkedAnswerId, linkedArticleId, publication } = parseInput(closeInput, input);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const agent = requireMember(actor);
    if (conversation.state === "closed") {
      if (conversation.disposition === disposition) return { disposition, publicationId: null };
      throw new Conflict("closed", "error.chat.closed");
    }
    assertCan(canClose(agent, conversation));
    const reader = (await readMember(tx, conversation.askerId)) ?? visitor;
    if (linkedAnswerId !== undefined) await assertAnswer(tx, reader, linkedAnswerId);
    if (linkedArticleId !== undefined) await assertArticle(tx, reader, linkedArticleId);

    await leaveLine(tx, id, "left");
    await freeSeat(tx, conversation);
    if (conversation.state === "active" && conversation.agentId === agent.id) await startWrapUp(tx, agent.id, conversation.departmentId);
    await tx
      .update(conversations)
      .set({
        state: "closed",
        disposition,
        dispositionReason: reason || null,
        linkedAnswerId: linkedAnswerId ?? null,
        linkedArticleId: linkedArticleId ?? null,
        agentId: conversation.agentId ?? agent.id,
        closedAt: now(),
        closedById: agent.id,
      })
      .where(eq(conversations.id, id));
    await sayInConversation(tx, id, "closed");
    await recordConversationEvent(tx, id, agent, "closed", { disposition });
    await tell(tx, agent.id, conversation);
    const reviewed =
      disposition === "publish" && publication ? await reviewPublication(agent, id, publication, tx) : null;
    await enqueue(tx, "conversation.closed", { conversationId: id });
    await showLiveMarker(tx, conversation.threadId);
    return { disposition, publicationId: reviewed?.id ?? null };
  }, outer);
}

/** Only a running chat takes a seat. */
export async function freeSeat(tx: Tx, { state, agentId, departmentId }: FoundConversation): Promise<void> {
  if (state !== "active" || agentId === null) return;
  await releaseSeat(tx, agentId);
  await routeAgain(tx, departmentId);
}

/** What is linked is for the customer: they must be able to open it. */
async function assertAnswer(tx: Tx, reader: Actor, id: number): Promise<void> {
  const unknown = new InvalidInput({ linkedAnswerId: { key: "error.chat.linkUnseen" } });
  const { answer } = await findAnswer(tx, reader, id).catch((error: unknown) => {
    throw error instanceof NotFound ? unknown : error;
  });
  if (answer.status !== "published") throw unknown;
}

async function assertArticle(tx: Tx, reader: Actor, id: number): Promise<void> {
  const { rowCount } = await tx.execute(sql`select 1 from articles where id = ${id} and ${listedArticles(reader)}`);
  if (rowCount === 0) throw new InvalidInput({ linkedArticleId: { key: "error.chat.linkUnseen" } });
}

async function tell(tx: Tx, agentId: number, { id, askerId, agentId: ownerId, threadId }: FoundConversation): Promise<void> {
  const thread = await findThread(tx, { kind: "system", job: "conversations" }, threadId);
  await publishToMembers(tx, [askerId, ownerId, agentId], { type: "conversation.closed", conversationId: id });
  await invalidatePages(tx, `member-session:${askerId}`);
  await notify(tx, {
    memberId: askerId,
    kind: "chat_closed",
    path: `/chat/${id}`,
    values: { title: thread.title },
    actorId: agentId,
    threadId,
  });
}
