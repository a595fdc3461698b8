import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/db/schema";

/** The company whose community this is; "Kundig" until it is set. */
export async function getCompanyName(): Promise<string> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, "company.name"));
  return typeof row?.value === "string" ? row.value : "Kundig";
}
