import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueEntries } from "@/db/schema";
import { finishTransfer, type Transfer } from "@/lib/conversations/finish-transfer";
import { now } from "@/lib/platform/clock";
import { routeAgain, withdrawOffer } from "./end-offer";

/**
 * Takes a conversation whose row is locked out of the line, with any offer of it. Returns the transfer that has
 * come to nothing by that, if any.
 */
export async function leaveLine(tx: Tx, conversationId: number, state: "left" | "answered" | "expired" | "assigned"): Promise<Transfer | null> {
  await withdrawOffer(tx, conversationId);
  const [entry] = await tx
    .update(queueEntries)
    .set({ state, endedAt: now() })
    .where(and(eq(queueEntries.conversationId, conversationId), inArray(queueEntries.state, ["waiting", "offered"])))
    .returning({ departmentId: queueEntries.departmentId });
  if (entry) await routeAgain(tx, entry.departmentId);
  return finishTransfer(tx, conversationId, "ended");
}
