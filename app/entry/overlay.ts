import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isStaff, visitor } from "@/lib/members/actor";
import { createPageCache } from "@/lib/platform/pages/page-cache";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { singleton } from "@/lib/platform/singleton";
import { getOverlay } from "@/lib/members/get-overlay";
import { actorFromSession, sessionCookieName } from "@/lib/platform/auth/session";
import { admit } from "./admission";
import { type Answer, jsonAnswer } from "./answer";
import { readCookie } from "./cookies";

const OVERLAY_BYTES = 16 * 1024 * 1024;
const overlays = singleton("overlays", () => createPageCache<Answer>(OVERLAY_BYTES));

/** What a public page leaves out because it is personal; kept per session until a write touches it. */
export async function overlayAnswer(req: IncomingMessage): Promise<Answer> {
  const query = new URL(req.url ?? "/", "http://internal").searchParams;
  const threadId = Number(query.get("thread") ?? 0) || null;
  const token = readCookie(req.headers.cookie, sessionCookieName());
  if (!token) return jsonAnswer(200, { me: null });
  const hash = createHash("sha256").update(token).digest("base64url");
  return overlays.getOrRender(
    `${hash}:${threadId ?? ""}`,
    () =>
      admit("read", async () => {
        const actor = await actorFromSession(token);
        tagPage(`session:${hash}`);
        if (actor.kind === "member") tagPage(`member-session:${actor.id}`, `member:${actor.id}`);
        if (threadId) tagPage(`thread:${threadId}`);
        return jsonAnswer(200, await getOverlay(actor.kind === "member" ? actor : visitor, threadId), {
          "x-kundig-staff": isStaff(actor) ? "1" : "0",
        });
      }),
    (whole) => whole.body.length + (whole.gzip?.length ?? 0),
  );
}
