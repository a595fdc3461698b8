import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { savedSearches } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";

export type SavedSearch = { id: number; name: string; query: string; locale: Locale; tellsNew: boolean; createdAt: Date };

/** One's own, the newest first; nobody else's. */
export async function listSavedSearches(actor: Actor): Promise<SavedSearch[]> {
  const own = memberId(actor);
  if (own === null) return [];
  const { id, name, query, locale, tellsNew, createdAt } = savedSearches;
  return db.select({ id, name, query, locale, tellsNew, createdAt }).from(savedSearches).where(eq(savedSearches.memberId, own)).orderBy(desc(id));
}
