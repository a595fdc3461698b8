import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { savedSearches } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { saveSearchInput } from "./saved-search-input";

const most = 50;
const longestName = 80;

/** Keeps a search for its member; the same one again is the same. */
export async function saveSearch(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; name: string; query: string; tellsNew: boolean }> {
  const { query, name, locale } = parseInput(saveSearchInput, input);
  const member = requireMember(actor);
  return inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ count: string }>(sql`
      select count(*) from (select 1 from ${savedSearches} where member_id = ${member.id} and query <> ${query} limit ${most}) as others`);
    if (Number(rows[0]?.count) >= most) throw new Conflict("too_many_saved_searches", "error.search.tooManySaved", { most });
    const [row] = await tx
      .insert(savedSearches)
      .values({ memberId: member.id, name: name || nameOf(query), query, locale, lookedAt: now(), createdAt: now() })
      .onConflictDoUpdate({ target: [savedSearches.memberId, savedSearches.query], set: { locale } })
      .returning({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query, tellsNew: savedSearches.tellsNew });
    if (!row) throw new Error("a saved search was not saved");
    await recordAudit(tx, actor, "search.saved", { kind: "saved_search", id: row.id });
    return row;
  }, outer);
}

/** What was typed; without words, what it was narrowed to. */
function nameOf(query: string): string {
  const params = new URLSearchParams(query);
  const words = params.get("q") || [...params.values()].join(", ");
  return words.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim().slice(0, longestName) || query.slice(0, longestName);
}
