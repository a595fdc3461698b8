import { lt } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { articleReads } from "@/db/schema";
import { now } from "@/lib/platform/clock";

const KEPT_MS = 30 * 86_400_000;

/** Hourly: which articles somebody opened is forgotten after 30 days. */
export async function forgetReads(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_MS);
  await inTransaction((tx) => tx.delete(articleReads).where(lt(articleReads.readAt, before)));
}
