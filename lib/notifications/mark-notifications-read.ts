import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import { publishToMember } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";

/** Some by id, everything about a thread, or everything up to the newest one seen. */
const input = z.union([
  z.object({ ids: z.array(z.number().int().positive()).min(1).max(200) }),
  z.object({ threadId: z.number().int().positive() }),
  z.object({ upTo: z.number().int().positive() }),
]);

/** Marks one's own notices as read; those of others are not touched, whatever the ids say. */
export async function markNotificationsRead(actor: Actor, wanted: unknown, outer?: Tx): Promise<{ marked: number }> {
  const which = parseInput(input, wanted);
  // Also those who are suspended may tidy their own list.
  if (actor.kind !== "member") throw new Forbidden("error.signIn");
  return inTransaction(async (tx) => {
    const chosen =
      "ids" in which
        ? inArray(notifications.id, which.ids)
        : "threadId" in which
          ? eq(notifications.threadId, which.threadId)
          : lte(notifications.id, which.upTo);
    const marked = await tx
      .update(notifications)
      .set({ readAt: now() })
      .where(and(eq(notifications.memberId, actor.id), isNull(notifications.readAt), chosen))
      .returning({ id: notifications.id });
    if (marked.length > 0) {
      await publishToMember(tx, actor.id, { type: "notifications.read", count: marked.length });
      await invalidatePages(tx, `member-session:${actor.id}`);
    }
    return { marked: marked.length };
  }, outer);
}
