import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { settings } from "@/db/schema";

const stored = z.looseObject({
  key: z.string(),
  nameDe: z.string(),
  nameEn: z.string(),
  bodyDe: z.string(),
  bodyEn: z.string(),
  departments: z.array(z.string()).default([]),
  approved: z.boolean().default(true),
});
export type StoredMacro = z.infer<typeof stored>;

/** Saved replies as they are kept; anything unreadable is left out. */
export async function readMacros(from: Pick<Tx, "select"> = db): Promise<StoredMacro[]> {
  const [row] = await from.select({ value: settings.value }).from(settings).where(eq(settings.key, "macros"));
  return Array.isArray(row?.value) ? row.value.flatMap((each) => stored.safeParse(each).data ?? []) : [];
}

/** Two who save at once wait for each other, so that neither loses a reply. */
export async function lockMacros(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('settings:macros'))`);
}
