import { buildPushHTTPRequest } from "@pushforge/builder";
import { eq, inArray } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { members, notifications, pushSubscriptions } from "@/db/schema";
import { notificationSentence, type NotificationValues } from "@/lib/notifications/notification-kind";
import { publicUrl } from "@/lib/platform/config";
import { href } from "@/lib/platform/i18n/locale";
import { log } from "@/lib/platform/log";
import { site } from "@/lib/platform/site";
import { readPushKey } from "./read-push-key";

type Send = (url: string, request: RequestInit) => Promise<{ status: number }>;

const SECONDS_KEPT = 15 * 60;
const PATIENCE_MS = 10_000;
/** The service says that this browser takes no more of it. */
const gone = [404, 410];

/** Tells every browser a member has named of one notice; those that are gone are forgotten. Runs as a job, mail goes besides. */
export async function pushNotification({ notificationId }: { notificationId: number }, send: Send = fetch): Promise<void> {
  const [notice] = await db
    .select({ notice: notifications, locale: members.locale })
    .from(notifications)
    .innerJoin(members, eq(members.id, notifications.memberId))
    .where(eq(notifications.id, notificationId));
  if (!notice || notice.notice.readAt) return;
  const { memberId, kind, values, path } = notice.notice;
  const browsers = await db.select().from(pushSubscriptions).where(eq(pushSubscriptions.memberId, memberId));
  if (browsers.length === 0) return;
  const { privateJwk } = await readPushKey();
  const payload = { title: site.community, body: notificationSentence(notice.locale, kind, values as NotificationValues), url: href(notice.locale, path), tag: path };
  const dead: number[] = [];
  for (const { id, endpoint, p256dh, auth } of browsers) {
    try {
      const request = await buildPushHTTPRequest({
        privateJWK: privateJwk,
        subscription: { endpoint, keys: { p256dh, auth } },
        message: { payload, adminContact: adminContact(), options: { ttl: SECONDS_KEPT, urgency: "high" } },
      });
      const { status } = await send(request.endpoint, {
        method: "POST",
        headers: request.headers,
        body: request.body,
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (gone.includes(status)) dead.push(id);
    } catch (error) {
      log.warn("a browser could not be told", { endpoint: new URL(endpoint).hostname, error: String(error) });
    }
  }
  if (dead.length > 0) await inTransaction((tx) => tx.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, dead)));
}

/** Push services want to know whom to write to. */
function adminContact(): string {
  const url = publicUrl();
  return url.startsWith("https:") ? url : `mailto:postmaster@${new URL(url).hostname}`;
}
