import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { listedThreads } from "./visible";

/** Addresses of the newest threads of a language, for search engines. */
export function listForSitemap(actor: Actor, locale: Locale, limit: number): Promise<Array<{ id: number; slug: string }>> {
  return db
    .select({ id: threads.id, slug: threads.slug })
    .from(threads)
    .where(and(listedThreads(actor), eq(threads.locale, locale)))
    .orderBy(desc(threads.id))
    .limit(limit);
}
