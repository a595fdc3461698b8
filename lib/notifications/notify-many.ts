import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, notifications } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { notificationSentence } from "./notification-kind";
import type { Notice } from "./notify";
import { unsubscribePath } from "./unsubscribe-path";

/** The same notice for many members, in a handful of statements. Who caused it is left out; told before is told once. */
export async function notifyMany(tx: Tx, memberIds: number[], notice: Omit<Notice, "memberId"> & { actorName: string }): Promise<void> {
  const wanted = memberIds.filter((id) => id !== notice.actorId);
  if (wanted.length === 0) return;
  const named = { actor: notice.actorName, ...notice.values };
  const told = await tx
    .insert(notifications)
    .values(
      wanted.map((memberId) => ({
        memberId,
        kind: notice.kind,
        actorId: notice.actorId ?? null,
        threadId: notice.threadId ?? null,
        path: notice.path,
        values: named,
        dedupeKey: notice.dedupeKey ?? null,
        createdAt: now(),
      })),
    )
    .onConflictDoNothing({ target: [notifications.memberId, notifications.dedupeKey] })
    .returning({ id: notifications.id, memberId: notifications.memberId });
  if (told.length === 0) return;
  const ids = told.map((row) => row.memberId);
  await publishToMembers(tx, ids, { type: "notification", kind: notice.kind, path: notice.path });
  await invalidatePages(tx, ...ids.map((id) => `member-session:${id}`));
  const readers = await tx
    .select({ id: members.id, email: members.email, verifiedAt: members.emailVerifiedAt, locale: members.locale, displayName: members.displayName })
    .from(members)
    .where(and(inArray(members.id, ids), eq(members.mailNotifications, true), isNull(members.deactivatedAt)));
  for (const reader of readers) {
    const row = told.find((one) => one.memberId === reader.id);
    if (!row || !reader.email || !reader.verifiedAt) continue;
    await queueMail(tx, {
      to: reader.email,
      memberId: reader.id,
      locale: reader.locale,
      kind: "notification",
      values: {
        sentence: notificationSentence(reader.locale, notice.kind, named),
        name: reader.displayName,
        path: notice.path,
        unsubscribePath: unsubscribePath(reader.id),
      },
      dedupeKey: `notification:${row.id}`,
    });
  }
}
