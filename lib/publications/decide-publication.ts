import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { publications, threads } from "@/db/schema";
import { postAnswer } from "@/lib/answers/post-answer";
import { canConsent, isAsker } from "@/lib/conversations/permissions";
import { recordConversationEvent } from "@/lib/conversations/record-conversation-event";
import type { Actor } from "@/lib/members/actor";
import { readMember } from "@/lib/members/read-member";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { publishToMembers } from "@/lib/platform/events";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findPublication, type FoundPublication } from "./find-publication";

export const decideInput = z.object({
  consent: z.boolean(),
  /** The text that was read: nobody agrees to one that was changed meanwhile. */
  body: z.string().max(30_000).optional(),
});

/**
 * The asker says whether the reviewed answer may stand in the thread. Yes posts it at once, as from the company
 * and exactly once; no leaves nothing behind. The same decision again says the same.
 */
export async function decidePublication(
  actor: Actor,
  publicationId: unknown,
  input: unknown,
  outer?: Tx,
): Promise<{ state: "published" | "declined"; answerId: number | null }> {
  const id = parseInput(idInput, publicationId);
  const { consent, body } = parseInput(decideInput, input);
  const state = consent ? "published" : "declined";
  return inTransaction(async (tx) => {
    const { publication, conversation } = await findPublication(tx, actor, id);
    assertCan(isAsker(actor, conversation));
    if (publication.state === state) return { state, answerId: publication.answerId };
    if (!canConsent(actor, { ...conversation, publication: publication.state })) throw new Conflict("decided", "error.chat.decided");
    if (consent && body !== undefined && body !== publication.body) throw new Conflict("text_changed", "error.chat.textChanged");

    const answerId = consent ? await publish(tx, publication, conversation.threadId) : null;
    await tx.update(publications).set({ state, answerId, decidedAt: now() }).where(eq(publications.id, id));
    await recordConversationEvent(tx, conversation.id, actor, `publication_${state}`, { publicationId: id, answerId });
    await publishToMembers(tx, [conversation.askerId, publication.reviewedById, conversation.agentId], {
      type: "publication.decided",
      conversationId: conversation.id,
      publicationId: id,
      state,
    });
    await tellReviewer(tx, publication, conversation, consent);
    return { state, answerId };
  }, outer);
}

/** In the name of the one who reviewed it, who was staff then, whatever they are now. */
async function publish(tx: Tx, publication: FoundPublication, threadId: number): Promise<number> {
  const author = publication.reviewedById === null ? null : await readMember(tx, publication.reviewedById);
  if (!author) throw new Conflict("no_author", "error.conflict");
  const role = author.role === "member" || author.role === "expert" ? "agent" : author.role;
  const { conversationId, body } = publication;
  const { id } = await postAnswer({ ...author, role, suspendedUntil: null }, { threadId, body, conversationId }, tx);
  return id;
}

async function tellReviewer(
  tx: Tx,
  { id, reviewedById }: FoundPublication,
  { askerId, threadId }: { askerId: number; threadId: number },
  consent: boolean,
): Promise<void> {
  if (reviewedById === null) return;
  const [thread] = await tx.select({ title: threads.title, slug: threads.slug }).from(threads).where(eq(threads.id, threadId));
  await notify(tx, {
    memberId: reviewedById,
    kind: consent ? "publication_posted" : "publication_declined",
    path: `/t/${threadId}/${thread?.slug ?? ""}`,
    values: { title: thread?.title ?? "" },
    actorId: askerId,
    threadId,
    dedupeKey: `publication-decided:${id}`,
  });
}
