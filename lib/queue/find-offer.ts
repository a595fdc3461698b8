import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations, offers } from "@/db/schema";
import { requireMember } from "@/lib/members/require-member";
import type { Actor, Member } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import type { Offer } from "./end-offer";

/** One's own offer, its conversation's row locked; somebody else's is not found. */
export async function findOffer(tx: Tx, actor: Actor, id: number): Promise<{ offer: Offer; agent: Member }> {
  const agent = requireMember(actor);
  const [known] = await tx
    .select({ conversationId: offers.conversationId })
    .from(offers)
    .where(and(eq(offers.id, id), eq(offers.agentId, agent.id)));
  if (!known) throw new NotFound();
  await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.id, known.conversationId))
    .for("no key update");
  const [offer] = await tx.select().from(offers).where(eq(offers.id, id));
  if (!offer) throw new NotFound();
  return { offer, agent };
}
