import type { Tx } from "@/db/client";
import { queueEntries } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { routeAgain } from "./end-offer";

/** After so long nobody is left waiting: it becomes a message, and the asker chooses anew. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Higher is served first. */
export const priorities = { usual: 0, unanswered: 1, returned: 2 } as const;

/** Puts a conversation whose row is locked, and whose state is "queued", into the line. */
export async function joinQueue(
  tx: Tx,
  { id, departmentId }: { id: number; departmentId: number },
  { priority = priorities.usual, enqueuedAt = now() }: { priority?: number; enqueuedAt?: Date } = {},
): Promise<void> {
  const deadlineAt = new Date(now().getTime() + LONGEST_WAIT_MS);
  await tx.insert(queueEntries).values({ conversationId: id, departmentId, priority, enqueuedAt, deadlineAt });
  await routeAgain(tx, departmentId);
}
