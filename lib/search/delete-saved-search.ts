import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { savedSearches } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { savedSearchInput } from "./saved-search-input";

/** Forgets one's own saved search. */
export async function deleteSavedSearch(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { id } = parseInput(savedSearchInput, input);
  const member = requireMember(actor);
  await inTransaction(async (tx) => {
    const gone = await tx
      .delete(savedSearches)
      .where(and(eq(savedSearches.id, id), eq(savedSearches.memberId, member.id)))
      .returning({ id: savedSearches.id });
    if (gone.length === 0) throw new NotFound();
    await recordAudit(tx, actor, "search.saved_deleted", { kind: "saved_search", id });
  }, outer);
}
