import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { categories } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { canShapeLadder } from "./can-shape-ladder";
import { ladderOverride } from "./ladder";

const setLadderInput = z.object({ id: idInput, ladder: ladderOverride.max(20).nullable() });

/** How soon a category asks for whom. Questions already asked keep the times they were given. */
export async function setLadder(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, ladder } = parseInput(setLadderInput, input);
  assertCan(canShapeLadder(actor));
  return inTransaction(async (tx) => {
    const [changed] = await tx
      .update(categories)
      .set({ ladder: ladder && ladder.length > 0 ? ladder : null })
      .where(eq(categories.id, id))
      .returning({ id: categories.id });
    if (!changed) throw new NotFound();
    await recordAudit(tx, actor, "category.ladder_set", { kind: "category", id }, { ladder });
    return { id };
  }, outer);
}
