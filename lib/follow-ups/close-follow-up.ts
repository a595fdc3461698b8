import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { Conflict } from "@/lib/platform/errors";
import { endByHand } from "./end-by-hand";

/** "Seen": nothing more is to be done. Not for what is stuck, where somebody may still be waiting. */
export async function closeFollowUp(actor: Actor, followUpId: unknown, outer?: Tx): Promise<void> {
  await endByHand(actor, followUpId, "seen", outer, async (_, { kind }) => {
    if (kind === "stuck") throw new Conflict("still_stuck", "error.followUp.stuck");
  });
}
