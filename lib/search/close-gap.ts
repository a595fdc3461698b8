import { and, eq, isNull } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { searchGaps } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { canTuneSearch } from "./permissions";
import { isFilled, replayGap } from "./replay-gap";
import { ruleIdInput } from "./rule-input";

/**
 * Closes a gap when the search itself proves that it is one no more: each of the original queries finds a guide or a
 * solved question among the first three. Otherwise it is refused, and what was found is kept for the page to show.
 */
export async function closeGap(actor: Actor, input: unknown): Promise<{ id: number }> {
  const { id } = parseInput(ruleIdInput, input);
  assertCan(canTuneSearch(actor));
  const [gap] = await db.select().from(searchGaps).where(eq(searchGaps.id, id));
  if (!gap) throw new NotFound();
  if (gap.closedAt) return { id };
  const replay = await replayGap(gap);
  const filled = isFilled(replay);
  await inTransaction(async (tx) => {
    const closing = filled ? { closedAt: now(), closedById: memberId(actor), reopenedAt: null } : {};
    const [closed] = await tx
      .update(searchGaps)
      .set({ replay, replayedAt: now(), ...closing })
      .where(and(eq(searchGaps.id, id), isNull(searchGaps.closedAt)))
      .returning({ id: searchGaps.id });
    if (closed && filled) await recordAudit(tx, actor, "search_gap.closed", { kind: "search_gap", id }, { replay });
  });
  const missing = replay.filter(({ place }) => place === 0);
  if (!filled) throw new Conflict("not_found_yet", "error.search.gapOpen", { count: missing.length, words: missing[0]?.query ?? gap.title }, { queries: missing.map(({ query }) => query) });
  return { id };
}
