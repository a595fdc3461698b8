import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { offers } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findOffer } from "./find-offer";

/** From when it was seen. */
const OFFER_MS = 30_000;

/**
 * The receipt of an offer: a page that is looked at shows it, its chime could be heard, or the browser showed the
 * push. Without one the offer goes on within seconds; from the first the agent has thirty to answer.
 */
export async function seeOffer(actor: Actor, offerId: unknown, outer?: Tx): Promise<{ expiresAt: Date }> {
  const id = parseInput(idInput, offerId);
  return inTransaction(async (tx) => {
    const { offer } = await findOffer(tx, actor, id);
    const seenAt = now();
    const [seen] = await tx
      .update(offers)
      .set({ seenAt, expiresAt: new Date(seenAt.getTime() + OFFER_MS) })
      .where(and(eq(offers.id, id), eq(offers.state, "open"), isNull(offers.seenAt)))
      .returning({ expiresAt: offers.expiresAt });
    return { expiresAt: seen?.expiresAt ?? offer.expiresAt };
  }, outer);
}
