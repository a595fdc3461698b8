import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import { clientAddress, clientAddressHeader } from "@/lib/platform/client-address";
import { isDatabaseAway } from "@/lib/platform/database-away";
import { TooMany } from "@/lib/platform/errors";
import { Overloaded, admit } from "./admission";
import { answer, jsonAnswer, send, type Answer } from "./answer";
import { limitBodyTime } from "./body-deadline";
import { readCookie } from "./cookies";
import { countView } from "./count-view";
import { feedAnswer } from "./feeds";
import { captionsAnswer, sendFile } from "./files";
import { healthz, readyz } from "./health";
import { askNext, type NextHandler } from "./next-handler";
import { isActionCall } from "./is-action-call";
import { isForeignWrite } from "./origin-guard";
import { overlayAnswer } from "./overlay";
import { internalUrl, pageCache, publicKey, servePage } from "./pages";
import { BodyAborted, BodyTooLarge, drain, readBody } from "./read-body";
import { restAnswer } from "./rest";
import { staticFile } from "./static-files";
import { busyPage, withStandIn } from "./stand-ins";
import { noteClick } from "./note-click";
import { openStream } from "./stream";

const FORM_LIMIT = 1024 * 1024;
const development = process.env.NODE_ENV === "development";

/** Answers every request of the process. */
export function handleRequest(next: NextHandler) {
  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    limitBodyTime(req);
    if (req.method === "GET" && req.headers.referer?.includes("/search?")) noteClick(req);
    countView(req);
    // The way of nearly all requests: a page already kept, for someone below staff.
    if (req.method === "GET" && !req.headers.cookie?.includes("kundig_staff=") && req.url) {
      const key = publicKey(req.url);
      const page = key === null ? undefined : pageCache.get(key);
      if (page && !needsLanguage(req)) return send(req, res, page);
    }
    try {
      await route(req, res, next);
    } catch (error) {
      await fail(req, res, error, next);
    }
  };
}

const typed = /^(?:(?:\/(?:de|en))?\/(?:search|ask)|\/api\/v1\/(?:search|suggest))\?/;

async function route(req: IncomingMessage, res: ServerResponse, next: NextHandler): Promise<void> {
  // What is typed to find something is never refused for a sign in it.
  if (typed.test(req.url ?? "")) req.url = req.url?.replaceAll("%00", "%20");
  const url = req.url ?? "/";
  const path = url.split("?", 1)[0] ?? "/";
  req.headers[clientAddressHeader] = clientAddress(req);
  if (!path.startsWith("/") || path.startsWith("//") || /[\\\0]|%(2f|5c|00)/i.test(path) || /%00/.test(url) || !isReadable(path)) {
    return send(req, res, path.startsWith("/api/") ? problem(400, "bad_request", "Bad request") : plain(400, "Bad request"));
  }
  if (isForeignWrite(req)) {
    drain(req);
    return send(req, res, problem(403, "foreign_origin", "This request did not come from our own pages."));
  }
  if (path === "/healthz") return send(req, res, healthz());
  if (path === "/readyz") return send(req, res, await readyz(async () => ({ pages: { ...pageCache.size, renders: pageCache.renders } })));
  if (path.startsWith("/api/v1/") || path === "/api/v1") return send(req, res, await restAnswer(req));
  if (path === "/overlay") return send(req, res, await overlayAnswer(req));
  if (path === "/stream") return openStream(req, res);
  if (path.startsWith("/files/")) return sendFile(req, res);
  if (path.startsWith("/captions/")) return send(req, res, await captionsAnswer(req));
  if (req.method === "GET" || req.method === "HEAD") {
    const feed = await feedAnswer(req);
    if (feed) return send(req, res, feed);
    if (development && path.startsWith("/_next/")) return next(req, res);
    const file = path.includes(".") ? await staticFile(path) : null;
    if (file) return send(req, res, file);
    if (path.startsWith("/_next/")) return send(req, res, plain(404, "Not found"));
    if (/^\/en(\/|$)/.test(path)) return send(req, res, plain(308, "", { location: url.slice(3) || "/" }));
    if (needsLanguage(req)) return send(req, res, plain(302, "", { location: `/de${url.slice(1)}`, vary: "accept-language, cookie", "cache-control": "private, no-store" }));
    if (path.startsWith("/api/")) return send(req, res, await admit("fresh", () => askNext(next, { method: "GET", url, headers: req.headers })));
    return servePage(req, res, next);
  }
  if (req.method !== "POST") return send(req, res, plain(405, "Method not allowed", { allow: "GET, HEAD, POST" }));
  const body = await readBody(req, FORM_LIMIT);
  if (!path.startsWith("/api/") && !(await isActionCall(req.headers, body))) return send(req, res, problem(400, "malformed_form", "This form is not one of ours."));
  const target = path.startsWith("/api/") ? url : internalUrl(url);
  const page = await admit("write", async () =>
    withStandIn(await askNext(next, { method: "POST", url: target, headers: req.headers, body }), url, next),
  );
  send(req, res, { ...page, headers: { ...page.headers, "cache-control": "private, no-store" } });
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The start page speaks the language chosen before, else the browser's. */
function needsLanguage(req: IncomingMessage): boolean {
  if (req.url !== "/") return false;
  const chosen = readCookie(req.headers.cookie, "kundig_lang");
  if (chosen) return chosen === "de";
  return /^\s*de\b/i.test(req.headers["accept-language"] ?? "");
}

async function fail(req: IncomingMessage, res: ServerResponse, error: unknown, next: NextHandler): Promise<void> {
  if (res.headersSent) return void res.destroy();
  if (error instanceof BodyTooLarge) {
    drain(req);
    return send(req, res, problem(413, "too_large", "That is larger than this address takes."));
  }
  if (error instanceof BodyAborted) return void res.destroy();
  if (error instanceof Overloaded) return send(req, res, await sentAway(req, error.retryAfterSeconds, next));
  if (error instanceof TooMany) return send(req, res, withRetry(problem(429, "too_many", "Too many requests."), error.retryAfterSeconds));
  if (isDatabaseAway(error)) return send(req, res, await sentAway(req, 2, next));
  log.error("request failed", error);
  send(req, res, plain(500, "Something went wrong on our side. Please try again."));
}

/** A page for people, a problem for programs. */
async function sentAway(req: IncomingMessage, seconds: number, next: NextHandler): Promise<Answer> {
  const url = req.url ?? "/";
  const wantsPage = req.method === "GET" && /\btext\/html\b/.test(req.headers.accept ?? "") && !/^\/(api|overlay|files|captions|stream)\b/.test(url);
  return wantsPage ? await busyPage(url, seconds, next).catch(() => busy(seconds)) : busy(seconds);
}

function busy(seconds: number): Answer {
  return withRetry(problem(503, "overloaded", "Too busy at the moment, please try again in a few seconds."), seconds);
}

function withRetry(whole: Answer, seconds: number): Answer {
  return { ...whole, headers: { ...whole.headers, "retry-after": String(seconds) } };
}

function problem(status: number, code: string, title: string): Answer {
  return { ...jsonAnswer(status, { type: `about:blank#${code}`, title, status, code }), headers: { ...jsonAnswer(status, {}).headers, "content-type": "application/problem+json" } };
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return answer(status, "text/plain; charset=utf-8", text, headers);
}
