import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { savedSearches } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { editSavedSearchInput } from "./saved-search-input";

/** Renames one's own saved search, or says whether to be told of new hits: of those that come from now on. */
export async function editSavedSearch(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, name, tellsNew } = parseInput(editSavedSearchInput, input);
  const member = requireMember(actor);
  return inTransaction(async (tx) => {
    const [row] = await tx
      .update(savedSearches)
      .set({ memberId: member.id, ...(name !== undefined && { name }), ...(tellsNew !== undefined && { tellsNew }), ...(tellsNew && { lookedAt: now() }) })
      .where(and(eq(savedSearches.id, id), eq(savedSearches.memberId, member.id)))
      .returning({ id: savedSearches.id });
    if (!row) throw new NotFound();
    await recordAudit(tx, actor, "search.saved_edited", { kind: "saved_search", id }, { tellsNew });
    return row;
  }, outer);
}
