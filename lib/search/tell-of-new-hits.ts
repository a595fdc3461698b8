import { and, eq, lt } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { savedSearches } from "@/db/schema";
import { readMember } from "@/lib/members/read-member";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { search } from "./search";

/** A little less than a day: the job of tomorrow must not find it too early. */
const restMs = 20 * 3_600_000;

/** Once a day: who wants to know is told that a saved search finds something written since they were last told. */
export async function tellOfNewHits(): Promise<void> {
  const at = now();
  const due = await db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.tellsNew, true), lt(savedSearches.lookedAt, new Date(at.getTime() - restMs))))
    .orderBy(savedSearches.id);
  for (const saved of due) await look(saved, at);
}

async function look({ id, memberId, name, query, locale, lookedAt }: typeof savedSearches.$inferSelect, at: Date): Promise<void> {
  const member = await readMember(db, memberId);
  if (!member) return;
  const wanted = { ...Object.fromEntries(new URLSearchParams(query)), limit: 1, preferLocale: locale };
  const { total } = await search(member, wanted, { quiet: true, newerThan: lookedAt });
  await inTransaction(async (tx) => {
    await tx.update(savedSearches).set({ lookedAt: at }).where(eq(savedSearches.id, id));
    if (total === 0) return;
    const notice = { memberId, kind: "saved_search" as const, path: `/search?${query}`, values: { title: name, count: total } };
    await notify(tx, { ...notice, dedupeKey: `saved_search:${id}:${at.toISOString().slice(0, 10)}` });
  });
}
