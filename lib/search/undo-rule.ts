import { and, eq, isNull, or } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { searchRules } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { canTuneSearch } from "./permissions";
import { forgetSearchTuning, tuningTag } from "./read-tuning";
import { ruleIdInput } from "./rule-input";

/** Undoes the last change of a rule: one in force gives way to what it replaced, a removed one is back. */
export async function undoRule(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; inForce: boolean }> {
  const { id } = parseInput(ruleIdInput, input);
  assertCan(canTuneSearch(actor));
  const undone = await inTransaction(async (tx) => {
    const [rule] = await tx.select().from(searchRules).where(eq(searchRules.id, id)).for("update");
    if (!rule) throw new NotFound();
    const inForce = rule.removedAt !== null;
    if (inForce) {
      const heir = or(eq(searchRules.replacesId, id), rule.kind === "weights" ? and(eq(searchRules.kind, "weights"), eq(searchRules.locale, rule.locale)) : undefined);
      const [newer] = await tx.select({ id: searchRules.id }).from(searchRules).where(and(heir, isNull(searchRules.removedAt))).limit(1);
      if (newer) throw new Conflict("replaced", "error.search.replaced");
    }
    await set(tx, id, inForce);
    if (!inForce && rule.replacesId) await set(tx, rule.replacesId, true);
    await recordAudit(tx, actor, "search_rule.undone", { kind: "search_rule", id }, { inForce });
    await invalidatePages(tx, tuningTag);
    return { id, inForce };
  }, outer);
  forgetSearchTuning();
  return undone;
}

async function set(tx: Tx, id: number, inForce: boolean): Promise<void> {
  await tx
    .update(searchRules)
    .set({ removedAt: inForce ? null : now() })
    .where(eq(searchRules.id, id));
}
