import type { IncomingMessage } from "node:http";
import { getMe } from "@/lib/members/get-me";
import { actorFromSession } from "@/lib/platform/auth/actor-from-session";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { sessionTokenFrom } from "@/lib/platform/auth/session-cookies";
import { createPageCache } from "@/lib/platform/pages/page-cache";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { singleton } from "@/lib/platform/singleton";
import { getThreadOverlay } from "@/lib/threads/get-overlay";
import { admit } from "./admission";
import { type Answer, jsonAnswer } from "./answer";

const OVERLAY_BYTES = 16 * 1024 * 1024;
const overlays = singleton("overlays", () => createPageCache<Answer>(OVERLAY_BYTES));

/**
 * What a public page leaves out because it is personal: who you are, what you may, your votes.
 * Kept per session until a write touches it; a revoked session is dropped like any changed page.
 */
export async function overlayAnswer(req: IncomingMessage): Promise<Answer> {
  const token = sessionTokenFrom(req.headers.cookie);
  if (!token) return jsonAnswer(200, { me: null });
  const asked = /[?&]thread=(\d{1,15})(&|$)/.exec(req.url ?? "");
  const threadId = asked ? Number(asked[1]) : null;
  const hash = hashSecret(token);
  const render = async () => {
    const actor = await actorFromSession(token);
    tagPage(`session:${hash}`);
    if (actor.kind !== "member") return jsonAnswer(200, { me: null });
    tagPage(`member-session:${actor.id}`);
    if (threadId === null) return jsonAnswer(200, { me: await getMe(actor) });
    tagPage(`thread:${threadId}`);
    const [me, thread] = await Promise.all([getMe(actor), getThreadOverlay(actor, threadId)]);
    return jsonAnswer(200, { me, thread });
  };
  return overlays.getOrRender(`${hash}:${threadId ?? ""}`, () => admit("read", render), (whole) => whole.body.length + (whole.gzip?.length ?? 0));
}
