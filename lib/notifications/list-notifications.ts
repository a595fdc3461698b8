import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { members, notifications } from "@/db/schema";
import { type Actor, memberId, type Role } from "@/lib/members/actor";
import type { NotificationValues } from "./notification-kind";

export type NotificationView = {
  id: number;
  kind: string;
  path: string;
  values: NotificationValues;
  threadId: number | null;
  createdAt: Date;
  readAt: Date | null;
  actor: { id: number; name: string; displayName: string; role: Role } | null;
};

/** One's own, newest first. `cursor` is the id of the last one seen. */
export async function listNotifications(
  actor: Actor,
  { cursor, limit = 30, unread = false }: { cursor?: number; limit?: number; unread?: boolean } = {},
): Promise<{ items: NotificationView[]; nextCursor?: string }> {
  const own = memberId(actor);
  if (own === null) return { items: [] };
  const rows = await db
    .select({
      id: notifications.id,
      kind: notifications.kind,
      path: notifications.path,
      values: notifications.values,
      threadId: notifications.threadId,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
      actor: { id: members.id, name: members.name, displayName: members.displayName, role: members.role },
    })
    .from(notifications)
    .leftJoin(members, eq(members.id, notifications.actorId))
    .where(
      and(
        eq(notifications.memberId, own),
        cursor ? lt(notifications.id, cursor) : undefined,
        unread ? isNull(notifications.readAt) : undefined,
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return rows.length > limit ? { items, nextCursor: String(items.at(-1)?.id) } : { items };
}
