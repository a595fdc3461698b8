import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/db/schema";

export const keepMonths = { usual: 24, least: 1, most: 36 };

/** How many months a conversation is kept word for word after its end. */
export async function getKeepMonths(): Promise<number> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "conversations.keepMonths"));
  return monthsIn(row?.value);
}

/** The number in what the setting holds. */
export function monthsIn(value: unknown): number {
  return typeof value === "number" ? value : keepMonths.usual;
}
