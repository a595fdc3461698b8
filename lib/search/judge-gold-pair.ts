import { eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { goldPairs } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { canTuneSearch } from "./permissions";

const judgeInput = z.object({ id: idInput, to: z.enum(["accepted", "rejected"]) });

/** Says whether this document really answers these words; what a manager said stays. */
export async function judgeGoldPair(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, to } = parseInput(judgeInput, input);
  assertCan(canTuneSearch(actor));
  return inTransaction(async (tx) => {
    const [pair] = await tx.update(goldPairs).set({ state: to, decidedAt: now(), decidedById: memberId(actor) }).where(eq(goldPairs.id, id)).returning({ query: goldPairs.query });
    if (!pair) throw new NotFound();
    await recordAudit(tx, actor, `gold_pair.${to}`, { kind: "gold_pair", id }, pair);
    return { id };
  }, outer);
}
