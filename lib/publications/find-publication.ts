import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { publications } from "@/db/schema";
import { findConversation, type FoundConversation } from "@/lib/conversations/find-conversation";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";

export type FoundPublication = typeof publications.$inferSelect;

/** A publication and its conversation as `actor` may see them, the conversation's row locked; throws NotFound otherwise. */
export async function findPublication(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ publication: FoundPublication; conversation: FoundConversation }> {
  const [place] = await tx.select({ conversationId: publications.conversationId }).from(publications).where(eq(publications.id, id));
  if (!place) throw new NotFound();
  const conversation = await findConversation(tx, actor, place.conversationId, { lock: true });
  const [publication] = await tx.select().from(publications).where(eq(publications.id, id));
  if (!publication) throw new NotFound();
  return { publication, conversation };
}
