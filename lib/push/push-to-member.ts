import { buildPushHTTPRequest } from "@pushforge/builder";
import { eq, inArray } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { pushSubscriptions } from "@/db/schema";
import { publicUrl } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { readPushKey } from "./read-push-key";

export type Send = (url: string, request: RequestInit) => Promise<{ status: number }>;
export type PushPayload = {
  title: string;
  body: string;
  url: string;
  tag: string;
  /** Address of our own that the browser calls once it has shown it. */
  receipt?: string;
};

const PATIENCE_MS = 10_000;
/** The service says that this browser takes no more of it. */
const gone = [404, 410];

/** Shows something in every browser a member has named; those that are gone are forgotten. No news for anybody after `seconds`. */
export async function pushToMember(memberId: number, payload: PushPayload, seconds: number, send: Send = fetch): Promise<void> {
  const browsers = await db.select().from(pushSubscriptions).where(eq(pushSubscriptions.memberId, memberId));
  if (browsers.length === 0) return;
  const { privateJwk } = await readPushKey();
  const dead: number[] = [];
  for (const { id, endpoint, p256dh, auth } of browsers) {
    try {
      const request = await buildPushHTTPRequest({
        privateJWK: privateJwk,
        subscription: { endpoint, keys: { p256dh, auth } },
        message: { payload, adminContact: adminContact(), options: { ttl: seconds, urgency: "high" } },
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
