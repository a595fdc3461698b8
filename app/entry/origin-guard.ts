import type { IncomingMessage } from "node:http";
import { publicUrl } from "@/lib/platform/config";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A write that carries a cookie must come from our own pages: an Origin that is ours, or, for
 * browsers that leave it out, Sec-Fetch-Site: same-origin. Missing both is refused.
 * `Host` counts as ours only when no PUBLIC_URL is configured; X-Forwarded-* never does.
 */
export function isForeignWrite(req: IncomingMessage): boolean {
  if (safe.has(req.method ?? "GET")) return false;
  // Only the REST interface knows tokens, and it takes no cookie beside one.
  if (/^\/api\/v1\//.test(req.url ?? "") && /^bearer /i.test(req.headers.authorization ?? "")) return false;
  const { origin } = req.headers;
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return true;
  if (origin !== undefined) return !ownOrigins(req).includes(origin);
  return site !== "same-origin";
}

function ownOrigins(req: IncomingMessage): string[] {
  if (process.env.PUBLIC_URL) return [new URL(publicUrl()).origin];
  const { host } = req.headers;
  return host ? [`http://${host}`] : [];
}
