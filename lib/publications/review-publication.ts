import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, publications, threads } from "@/db/schema";
import { findConversation } from "@/lib/conversations/find-conversation";
import { publicationInput } from "@/lib/conversations/input";
import { canPublish } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";

/** The agent has checked the text; the asker is asked whether it may be published. Sent again it replaces the text. */
export async function reviewPublication(actor: Actor, conversationId: unknown, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const id = parseInput(idInput, conversationId);
  const { seqs, body } = parseInput(publicationInput, input);
  renderMarkdown(body);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const agent = requireMember(actor);
    const [existing] = await tx.select().from(publications).where(eq(publications.conversationId, id));
    if (existing && existing.state !== "awaiting_consent") throw new Conflict("decided", "error.chat.decided");
    assertCan(canPublish(agent, conversation));
    const text = { pickedSeqs: seqs, body, reviewedById: agent.id };
    const [publication] = await tx
      .insert(publications)
      .values({ conversationId: id, ...text, createdAt: now() })
      .onConflictDoUpdate({ target: publications.conversationId, set: text })
      .returning({ id: publications.id });
    if (!publication) throw new Error("no publication");
    if (conversation.state === "closed") {
      await tx.update(conversations).set({ disposition: "publish" }).where(eq(conversations.id, id));
    }
    const [thread] = await tx.select({ title: threads.title }).from(threads).where(eq(threads.id, conversation.threadId));
    await recordConversationEvent(tx, id, agent, "publication_asked", { publicationId: publication.id, seqs });
    await publishToMembers(tx, [conversation.askerId], { type: "publication.asked", conversationId: id, publicationId: publication.id });
    await notify(tx, {
      memberId: conversation.askerId,
      kind: "publication_consent",
      path: `/chat/${id}`,
      values: { title: thread?.title ?? "" },
      actorId: agent.id,
      threadId: conversation.threadId,
      dedupeKey: `publication:${publication.id}`,
    });
    return publication;
  }, outer);
}
