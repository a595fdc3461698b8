import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members, notifications } from "@/db/schema";
import { notificationSentence, type NotificationValues } from "@/lib/notifications/notification-kind";
import { href } from "@/lib/platform/i18n/locale";
import { site } from "@/lib/platform/site";
import { pushToMember, type Send } from "./push-to-member";

const SECONDS_KEPT = 15 * 60;

/** Tells every browser a member has named of one notice. Runs as a job, mail goes besides. */
export async function pushNotification({ notificationId }: { notificationId: number }, send?: Send): Promise<void> {
  const [notice] = await db
    .select({ notice: notifications, locale: members.locale })
    .from(notifications)
    .innerJoin(members, eq(members.id, notifications.memberId))
    .where(eq(notifications.id, notificationId));
  if (!notice || notice.notice.readAt) return;
  const { memberId, kind, values, path } = notice.notice;
  const body = notificationSentence(notice.locale, kind, values as NotificationValues);
  await pushToMember(memberId, { title: site.community, body, url: href(notice.locale, path), tag: path }, SECONDS_KEPT, send);
}
