import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { suggestionOptOuts } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";

export const optOutInput = z.object({ on: z.boolean() });

/** Whether this member always sees suggestions, whatever is being compared; idempotent. */
export async function setSuggestionOptOut(actor: Actor, input: unknown, outer?: Tx): Promise<{ on: boolean }> {
  const { on } = parseInput(optOutInput, input);
  const member = requireMember(actor);
  return inTransaction(async (tx) => {
    const row = { memberId: member.id, createdAt: now() };
    const { rowCount } = on
      ? await tx.insert(suggestionOptOuts).values(row).onConflictDoNothing()
      : await tx.delete(suggestionOptOuts).where(eq(suggestionOptOuts.memberId, member.id));
    if (rowCount) await recordAudit(tx, member, on ? "suggestions.opted_out" : "suggestions.opted_in", { kind: "member", id: member.id });
    return { on };
  }, outer);
}
