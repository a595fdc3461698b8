import { and, count, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { searchRules } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { canTuneSearch } from "./permissions";
import { forgetSearchTuning, tuningTag } from "./read-tuning";
import { type RuleInput, ruleInput } from "./rule-input";

/** More would slow every search down. */
const mostRules = 1_000;

/** Teaches the search something, in place of an older rule when it names one. */
export async function saveRule(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const rule = parseInput(ruleInput, input);
  assertCan(canTuneSearch(actor));
  const saved = await inTransaction(async (tx) => {
    const replacesId = await removeReplaced(tx, rule);
    const [{ rules = 0 } = {}] = await tx.select({ rules: count() }).from(searchRules).where(and(eq(searchRules.locale, rule.locale), isNull(searchRules.removedAt)));
    if (rules >= mostRules) throw new Conflict("too_many_rules", "error.search.tooManyRules");
    const { locale, kind, data } = rule;
    const [row] = await tx
      .insert(searchRules)
      .values({ locale, kind, data, replacesId, createdAt: now(), createdById: memberId(actor) })
      .returning({ id: searchRules.id });
    const id = row?.id ?? 0;
    await recordAudit(tx, actor, "search_rule.saved", { kind: "search_rule", id }, { locale, kind, data, ...(replacesId && { replacesId }) });
    await invalidatePages(tx, tuningTag);
    return { id };
  }, outer);
  forgetSearchTuning();
  return saved;
}

/** There are only ever one set of weights of a language. */
async function removeReplaced(tx: Tx, { locale, kind, replacesId }: RuleInput): Promise<number | null> {
  const which = kind === "weights" ? eq(searchRules.locale, locale) : replacesId ? eq(searchRules.id, replacesId) : null;
  if (!which) return null;
  const [old] = await tx
    .update(searchRules)
    .set({ removedAt: now() })
    .where(and(which, eq(searchRules.kind, kind), isNull(searchRules.removedAt)))
    .returning({ id: searchRules.id });
  if (!old && replacesId) throw new NotFound();
  return old?.id ?? null;
}
