import { inTransaction, type Tx } from "@/db/client";
import { suggestionOutcomes } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { findThread } from "@/lib/threads/find-thread";
import { cleanQuery } from "./clean-query";
import { wasDrawn } from "./holdout";
import { suggestionOutcomeInput } from "./input";

/** Keeps what a person did with the similar items they were shown while asking. */
export async function recordSuggestionOutcome(
  actor: Actor,
  input: unknown,
  outer?: Tx,
): Promise<{ id: number }> {
  const { title, shown, opened, outcome, threadId, held, locale, voice } = parseInput(suggestionOutcomeInput, input);
  return inTransaction(async (tx) => {
    if (threadId) await findThread(tx, actor, threadId);
    const [row] = await tx
      .insert(suggestionOutcomes)
      .values({
        memberId: memberId(actor),
        title: cleanQuery(title),
        shown,
        opened,
        outcome,
        threadId: threadId ?? null,
        locale: locale ?? null,
        arm: held ? "held" : (await wasDrawn(actor, voice)) ? "opted_out" : "shown",
        createdAt: now(),
      })
      .returning({ id: suggestionOutcomes.id });
    const id = row?.id ?? 0;
    // A measurement: the account is forgotten after a while, and must not live on here.
    await recordAudit(tx, { kind: "visitor" }, "suggestions.outcome", { kind: "suggestion", id }, { outcome });
    return { id };
  }, outer);
}
