import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { conversations, transfers } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import { releaseSeat, routeAgain } from "@/lib/queue/end-offer";

export type Transfer = typeof transfers.$inferSelect;

/** The transfer of a conversation whose row is locked is over; null when there was none. */
export async function finishTransfer(tx: Tx, conversationId: number, state: "accepted" | "ended"): Promise<Transfer | null> {
  const [transfer] = await tx
    .update(transfers)
    .set({ state, endedAt: now() })
    .where(and(eq(transfers.conversationId, conversationId), eq(transfers.state, "open")))
    .returning();
  return transfer ?? null;
}

/** The new side has accepted: only now the old agent's seat is free. False when nobody handed it over. */
export async function completeTransfer(tx: Tx, conversationId: number): Promise<boolean> {
  const transfer = await finishTransfer(tx, conversationId, "accepted");
  if (!transfer) return false;
  const { fromId, departmentId, skill } = transfer;
  await tx
    .update(conversations)
    .set({ departmentId, ...(skill !== null && { skills: [skill] }) })
    .where(eq(conversations.id, conversationId));
  await releaseSeat(tx, fromId);
  await routeAgain(tx, departmentId);
  await tellSender(tx, transfer, "accepted");
  return true;
}

/** Whoever handed it over is told what came of it; without an acceptance they still have the chat. */
export async function tellSender(tx: Tx, { conversationId, fromId }: Transfer, outcome: "accepted" | "declined" | "nobody"): Promise<void> {
  await publishToMembers(tx, [fromId], { type: "transfer.ended", conversationId, outcome });
}
