import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { members, searchGaps } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { canTuneSearch } from "./permissions";

const assignInput = z.object({ id: idInput, ownerId: z.preprocess((value) => (value === "" ? null : value), idInput.nullable()) });

/** Says who of the company writes what is missing; null is nobody yet. */
export async function assignGap(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, ownerId } = parseInput(assignInput, input);
  assertCan(canTuneSearch(actor));
  return inTransaction(async (tx) => {
    if (ownerId !== null) {
      const [owner] = await tx.select({ id: members.id }).from(members).where(and(eq(members.id, ownerId), inArray(members.role, ["agent", "manager", "admin"])));
      if (!owner) throw new InvalidInput({ ownerId: { key: "error.search.owner" } });
    }
    const [gap] = await tx.update(searchGaps).set({ ownerId }).where(eq(searchGaps.id, id)).returning({ id: searchGaps.id });
    if (!gap) throw new NotFound();
    await recordAudit(tx, actor, "search_gap.assigned", { kind: "search_gap", id }, { ownerId });
    return { id };
  }, outer);
}
