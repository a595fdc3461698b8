import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { markNotificationsRead } from "./mark-notifications-read";

const input = z.object({ id: idInput });

/** Marks one of one's own notices, and all others about the same thread, as read; says where it leads. */
export async function openNotification(actor: Actor, wanted: unknown, outer?: Tx): Promise<{ path: string }> {
  const { id } = parseInput(input, wanted);
  if (actor.kind !== "member") throw new NotFound();
  return inTransaction(async (tx) => {
    const [found] = await tx
      .select({ path: notifications.path, threadId: notifications.threadId })
      .from(notifications)
      .where(and(eq(notifications.id, id), eq(notifications.memberId, actor.id)));
    if (!found) throw new NotFound();
    await markNotificationsRead(actor, found.threadId ? { threadId: found.threadId } : { ids: [id] }, tx);
    return { path: found.path };
  }, outer);
}
