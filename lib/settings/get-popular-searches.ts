import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";

/** Searches offered on the start page, as the company chose them. */
export async function getPopularSearches(locale: Locale): Promise<string[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "company.popularSearches"));
  return popularIn(locale, row?.value);
}

/** The searches of one language in what the setting holds. */
export function popularIn(locale: Locale, value: unknown): string[] {
  const chosen = (value as Partial<Record<Locale, unknown>> | null | undefined)?.[locale];
  return Array.isArray(chosen) ? chosen.filter((words) => typeof words === "string") : [];
}
