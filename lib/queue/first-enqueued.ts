import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueEntries } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Since when a conversation waits, all rounds counted: who is handed on or lost their agent does not begin anew. */
export async function firstEnqueued(tx: Tx, conversationId: number): Promise<Date> {
  const [first] = await tx
    .select({ at: sql<string | null>`min(${queueEntries.enqueuedAt})` })
    .from(queueEntries)
    .where(eq(queueEntries.conversationId, conversationId));
  return first?.at ? new Date(first.at) : now();
}
