import type { IncomingMessage, ServerResponse } from "node:http";
import { createPageCache } from "@/lib/platform/pages/page-cache";
import { singleton } from "@/lib/platform/singleton";
import { type Answer, send, withEtag } from "./answer";
import { readCookie } from "./cookies";
import { askNext, type NextHandler } from "./next-handler";
import { admit } from "./admission";
import { withStandIn } from "./stand-ins";

const CACHE_MB = Number(process.env.KUNDIG_PAGE_CACHE_MB) || 64;

export const pageCache = singleton("public-pages", () => createPageCache<Answer>(CACHE_MB * 1024 * 1024));

/** Paths (without language prefix) that everybody below staff sees alike, with the query parameters that matter. */
const publicPaths: Array<{ path: RegExp; query: string[] }> = [
  { path: /^\/$/, query: ["tab", "after"] },
  { path: /^\/(c|tags)(\/[a-z0-9-]+)?$/, query: ["tab", "after", "state", "sort"] },
  { path: /^\/t\/\d+(\/[a-z0-9-]*)?$/, query: ["after"] },
  { path: /^\/news$/, query: ["after"] },
  { path: /^\/kb$/, query: ["after", "category"] },
  { path: /^\/kb\/\d+(\/[a-z0-9-]*)?$/, query: ["t"] },
  { path: /^\/u\/[a-z0-9._-]+$/, query: [] },
  { path: /^\/members$/, query: ["after"] },
  { path: /^\/about\/[a-z]+$/, query: [] },
];

/** The cache key of a public page, or null when the page is not one. */
export function publicKey(rawUrl: string): string | null {
  const at = rawUrl.indexOf("?");
  const path = at < 0 ? rawUrl : rawUrl.slice(0, at);
  const bare = path.replace(/^\/de(?=\/|$)/, "") || "/";
  const page = publicPaths.find((known) => known.path.test(bare));
  if (!page) return null;
  if (at < 0) return path;
  const given = new URLSearchParams(rawUrl.slice(at + 1));
  const kept = page.query.filter((name) => given.has(name)).map((name) => `${name}=${encodeURIComponent(given.get(name) ?? "")}`);
  return kept.length > 0 ? `${path}?${kept.join("&")}` : path;
}

/** English pages have no prefix outside and /en inside. */
export function internalUrl(url: string): string {
  if (/^\/de(\/|\?|$)/.test(url)) return url;
  return url.startsWith("/?") || url === "/" ? `/en${url.slice(1)}` : `/en${url}`;
}

/** Serves a page: from the cache for all, fresh for staff and for what is not public. */
export async function servePage(req: IncomingMessage, res: ServerResponse, next: NextHandler): Promise<void> {
  const url = req.url ?? "/";
  const key = publicKey(url);
  const { cookie } = req.headers;
  if (key === null || readCookie(cookie, "kundig_staff") !== undefined) return sendFresh(req, res, next);
  const page = pageCache.get(key) ?? (await renderPublic(key, next));
  // What a visitor may not see, a member perhaps may: ask again as that member, outside the cache.
  if (page.status !== 200 && cookie !== undefined && readCookie(cookie, "kundig_in") !== undefined) return sendFresh(req, res, next);
  send(req, res, page);
}

async function renderPublic(key: string, next: NextHandler): Promise<Answer> {
  const render = () =>
    admit("render", async () => {
      const asked = await askNext(next, { method: "GET", url: internalUrl(key), headers: { host: "kundig.internal", accept: "text/html" } });
      const page = await withStandIn(asked, key, next);
      return withEtag({ ...page, headers: { ...page.headers, "cache-control": "no-cache" } });
    });
  return pageCache.getOrRender(key, render, (page) => (page.status === 200 && !page.headers["set-cookie"] ? page.body.length + (page.gzip?.length ?? 0) : null));
}

async function sendFresh(req: IncomingMessage, res: ServerResponse, next: NextHandler): Promise<void> {
  const url = req.url ?? "/";
  const page = await admit("fresh", async () =>
    withStandIn(await askNext(next, { method: "GET", url: internalUrl(url), headers: req.headers }), url, next),
  );
  send(req, res, { ...page, headers: { ...page.headers, "cache-control": "private, no-store" } });
}
