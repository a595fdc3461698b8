import type { IncomingMessage } from "node:http";
import { clientAddress } from "@/lib/platform/client-address";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { log } from "@/lib/platform/log";
import { recordClick } from "@/lib/search/record-click";
import { voiceOf } from "@/lib/search/voice-of";

const opened = /^(?:\/(?:de|en))?\/(t|kb)\/([1-9]\d{0,14})(?:[/?]|$)/;
const searched = /^(?:\/(?:de|en))?\/search$/;

/**
 * A page opened from our own search page is a click on a result. The browser says so itself, with and without
 * JavaScript, in no address and to nobody else. Nobody waits for it.
 */
export function noteClick(req: IncomingMessage): void {
  const click = clickOf(req.url ?? "", req.headers);
  if (!click) return;
  void actorFromRequest(req.headers)
    .then((actor) => recordClick(actor, { ...click, voice: voiceOf(clientAddress(req)) }))
    .catch((error: unknown) => log.warn("click on a result not kept", { error: String(error) }));
}

type Headers = Pick<IncomingMessage["headers"], "referer" | "host"> & Record<string, string | string[] | undefined>;

export function clickOf(url: string, headers: Headers): { key: string; query: string } | null {
  const [, kind, id] = opened.exec(url) ?? [];
  const { referer, host } = headers;
  if (!kind || !id || !referer || !URL.canParse(referer) || String(headers["sec-purpose"] ?? "").includes("prefetch")) return null;
  const from = new URL(referer);
  const query = from.searchParams.get("q")?.trim();
  if (from.host !== host || !searched.test(from.pathname) || !query) return null;
  return { key: `${kind === "t" ? "thread" : "article"}:${id}`, query };
}
