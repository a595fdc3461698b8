import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { holds } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { canLiftHolds } from "./permissions";

/** What was held is deleted again when its time has come; what is overdue, within the hour. */
export async function liftHold(actor: Actor, holdId: unknown, outer?: Tx): Promise<void> {
  const id = parseInput(idInput, holdId);
  await inTransaction(async (tx) => {
    assertCan(canLiftHolds(actor));
    const [hold] = await tx.delete(holds).where(eq(holds.id, id)).returning();
    if (!hold) throw new NotFound();
    const { conversationId, memberId, reason } = hold;
    const target = conversationId === null ? { kind: "member", id: memberId ?? 0 } : { kind: "conversation", id: conversationId };
    await recordAudit(tx, actor, "conversation.released", target, { hold: id, reason });
  }, outer);
}
