import type { Tx } from "@/db/client";
import { settings } from "@/db/schema";

export async function writeSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}
