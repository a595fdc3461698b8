import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { followUps } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findOpenFollowUp, type FollowUp } from "./find-follow-up";
import type { Outcome } from "./follow-up-view";
import { canFollowUp } from "./permissions";

type Deed = (tx: Tx, followUp: FollowUp) => Promise<void>;

/** Somebody does what is left to do, and the follow-up is over with their name. */
export async function endByHand(actor: Actor, followUpId: unknown, outcome: Outcome, outer: Tx | undefined, deed: Deed): Promise<void> {
  const id = parseInput(idInput, followUpId);
  await inTransaction(async (tx) => {
    const followUp = await findOpenFollowUp(tx, actor, id);
    assertCan(canFollowUp(actor, followUp));
    await deed(tx, followUp);
    await tx
      .update(followUps)
      .set({ endedAt: now(), endedById: actor.id, ownerId: followUp.ownerId ?? actor.id, outcome })
      .where(eq(followUps.id, id));
    await recordAudit(tx, actor, `follow_up.${outcome}`, { kind: "follow_up", id });
  }, outer);
}
