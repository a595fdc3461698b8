import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { searchRules } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { canTuneSearch } from "./permissions";
import { forgetSearchTuning, tuningTag } from "./read-tuning";
import { ruleIdInput } from "./rule-input";

/** Takes a rule out of force. It is kept, so that this can be undone. */
export async function removeRule(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id } = parseInput(ruleIdInput, input);
  assertCan(canTuneSearch(actor));
  await inTransaction(async (tx) => {
    const [rule] = await tx
      .update(searchRules)
      .set({ removedAt: now() })
      .where(and(eq(searchRules.id, id), isNull(searchRules.removedAt)))
      .returning({ locale: searchRules.locale, kind: searchRules.kind, data: searchRules.data });
    if (!rule) throw new NotFound();
    await recordAudit(tx, actor, "search_rule.removed", { kind: "search_rule", id }, rule);
    await invalidatePages(tx, tuningTag);
  }, outer);
  forgetSearchTuning();
  return { id };
}
