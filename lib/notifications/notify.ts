import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { members, notifications } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import { now } from "@/lib/platform/clock";
import { publishToMember } from "@/lib/platform/events";
import { enqueue } from "@/lib/platform/jobs";
import { userText } from "@/lib/platform/mail/user-text";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { type NotificationKind, type NotificationValues, notificationSentence } from "./notification-kind";
import { unsubscribePath } from "./unsubscribe-path";

export type Notice = {
  memberId: number;
  kind: NotificationKind;
  /** Where it leads: a path of the site without language prefix. */
  path: string;
  values?: NotificationValues;
  /** Who caused it; nobody is told of what they did themselves. */
  actorId?: number | null;
  threadId?: number | null;
  /** One notice per cause: the same key is told once, however often the job runs. */
  dedupeKey?: string;
};

const actors = alias(members, "actors");

/**
 * Tells a member: in the list, on open screens, in browsers they named, and by mail when they want that and their address is proved.
 * Does nothing for the one who caused it. Returns the id, or null when nothing was to be told.
 */
export async function notify(tx: Tx, notice: Notice): Promise<number | null> {
  const { memberId, actorId = null, values = {} } = notice;
  if (memberId === actorId) return null;
  const [member] = await tx
    .select({
      email: members.email,
      verifiedAt: members.emailVerifiedAt,
      locale: members.locale,
      displayName: members.displayName,
      wantsMail: members.mailNotifications,
      deactivatedAt: members.deactivatedAt,
      hasBrowsers: sql<boolean>`exists (select 1 from push_subscriptions where member_id = ${members.id})`,
      actorName: actors.displayName,
    })
    .from(members)
    .leftJoin(actors, eq(actors.id, sql`${actorId}::bigint`))
    .where(eq(members.id, memberId));
  if (!member || member.deactivatedAt) return null;
  const named = { ...(member.actorName ? { actor: member.actorName } : {}), ...values };
  const [row] = await tx
    .insert(notifications)
    .values({
      memberId,
      kind: notice.kind,
      actorId,
      threadId: notice.threadId ?? null,
      path: notice.path,
      values: named,
      dedupeKey: notice.dedupeKey ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing({ target: [notifications.memberId, notifications.dedupeKey] })
    .returning({ id: notifications.id });
  if (!row) return null;
  await publishToMember(tx, memberId, { type: "notification", id: row.id, kind: notice.kind, path: notice.path });
  await invalidatePages(tx, `member-session:${memberId}`);
  if (member.hasBrowsers) await enqueue(tx, "push.send", { notificationId: row.id });
  if (member.wantsMail && member.email && member.verifiedAt) {
    await queueMail(tx, {
      to: member.email,
      memberId,
      locale: member.locale,
      kind: "notification",
      values: {
        sentence: notificationSentence(member.locale, notice.kind, forLetters(named)),
        name: userText(member.displayName),
        path: notice.path,
        unsubscribePath: unsubscribePath(memberId),
      },
      dedupeKey: `notification:${row.id}`,
    });
  }
  return row.id;
}

/** Names and titles are what members wrote: nothing in them may become a link in somebody's letter. */
export function forLetters(values: NotificationValues): NotificationValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? userText(value) : value]));
}
