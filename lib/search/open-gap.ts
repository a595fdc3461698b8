import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { searchGaps } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { locales } from "@/lib/platform/i18n/locale";
import { parseInput } from "@/lib/platform/parse-input";
import { lineInput } from "@/lib/platform/text-input";
import { canTuneSearch } from "./permissions";
import { essence } from "./tuning";

const openInput = z.object({
  locale: z.enum(locales),
  query: lineInput(2, 160).refine((text) => essence(text, "en") !== "", "error.search.word"),
  searches: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** Takes on what is looked for in vain; the one who does owns it. A gap that is open for the same words is that gap. */
export async function openGap(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { locale, query, searches } = parseInput(openInput, input);
  assertCan(canTuneSearch(actor));
  return inTransaction(async (tx) => {
    const open = await tx.select().from(searchGaps).where(and(eq(searchGaps.locale, locale), isNull(searchGaps.closedAt)));
    const same = open.find((gap) => gap.queries.some((each) => essence(each, locale) === essence(query, locale)));
    if (same) {
      if (same.ownerId === null) await tx.update(searchGaps).set({ ownerId: memberId(actor) }).where(eq(searchGaps.id, same.id));
      return { id: same.id };
    }
    const [row] = await tx
      .insert(searchGaps)
      .values({ locale, title: query, queries: [query.toLowerCase()], searches, ownerId: memberId(actor), createdAt: now() })
      .returning({ id: searchGaps.id });
    const id = row?.id ?? 0;
    await recordAudit(tx, actor, "search_gap.opened", { kind: "search_gap", id }, { title: query, searches });
    return { id };
  }, outer);
}
