import { lt } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { dataExports } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import { now } from "@/lib/platform/clock";

const KEPT_MS = 7 * 86_400_000;

export function exportEnds(readyAt: Date): Date {
  return new Date(readyAt.getTime() + KEPT_MS);
}

/** Hourly: an export lies ready for a week. */
export async function forgetExports(): Promise<void> {
  await inTransaction(async (tx) => {
    const over = lt(dataExports.readyAt, new Date(now().getTime() - KEPT_MS));
    for (const { fileId } of await tx.delete(dataExports).where(over).returning()) if (fileId) await dropFile(tx, fileId);
  });
}
