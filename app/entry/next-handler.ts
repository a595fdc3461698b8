import type { IncomingMessage, ServerResponse } from "node:http";
import { type Response as Injected, inject } from "light-my-request";
import { clientAddressHeader } from "@/lib/platform/client-address";
import { countQueries } from "@/db/client";
import { answer, type Answer } from "./answer";
import { pagePolicy } from "./security-headers";

export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/**
 * What a page or an action may learn from a request. Everything else stays outside: Next steers itself
 * by headers (x-middleware-*, x-nextjs-*, rsc, next-router-*, x-forwarded-*), and new ones come with each version.
 */
const told = new Set([
  "accept",
  "accept-language",
  "content-type",
  "cookie",
  "host",
  "next-action",
  "origin",
  "sec-fetch-site",
  "user-agent",
  clientAddressHeader,
]);

type Ask = { method: string; url: string; headers: IncomingMessage["headers"]; body?: Buffer };

/** Only for tests that promise a bound: how many questions to the database a page took. */
const countsQueries = process.env.KUNDIG_COUNT_QUERIES === "1";

/** Asks Next and keeps the whole answer, so that its inline scripts can be named in the policy. */
export async function askNext(handler: NextHandler, ask: Ask): Promise<Answer> {
  if (!countsQueries) return render(handler, ask);
  const { result, queries } = await countQueries(() => render(handler, ask));
  return { ...result, headers: { ...result.headers, "x-kundig-queries": String(queries) } };
}

async function render(handler: NextHandler, { method, url, headers, body }: Ask): Promise<Answer> {
  const forwarded: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && told.has(name)) forwarded[name] = value;
  }
  const response: Injected = await inject((req, res) => void handler(req as unknown as IncomingMessage, res as unknown as ServerResponse), {
    method: method as "GET",
    url,
    headers: forwarded,
    payload: body,
    remoteAddress: "127.0.0.1",
  });
  return fromNext(response);
}

const dropped = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "content-length", "x-powered-by", "date", "etag", "x-nextjs-cache", "x-nextjs-prerender", "x-nextjs-stale-time", "link"]);

function fromNext(response: Injected): Answer {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined && !dropped.has(name)) headers[name] = Array.isArray(value) ? value : String(value);
  }
  const type = String(response.headers["content-type"] ?? "text/html; charset=utf-8");
  const isPage = type.startsWith("text/html");
  return answer(response.statusCode, type, response.rawPayload, {
    ...headers,
    ...(isPage ? { "content-security-policy": pagePolicy(response.payload) } : {}),
  });
}
