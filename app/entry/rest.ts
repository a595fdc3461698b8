import type { IncomingMessage } from "node:http";
import { dispatch, type RestRequest, type RestResponse } from "@/app/api/v1/dispatch";
import { clientAddress } from "@/lib/platform/client-address";
import { largestFile } from "@/lib/platform/files/file-limits";
import { admit, type WorkClass } from "./admission";
import { type Answer, answer } from "./answer";
import { drain, readBody } from "./read-body";

const JSON_LIMIT = 256 * 1024;
/** With the form around it. */
const UPLOAD_LIMIT = largestFile + 1024 * 1024;

/** Answers /api/v1 without going through Next. */
export async function restAnswer(req: IncomingMessage): Promise<Answer> {
  const url = new URL(req.url ?? "/", "http://internal");
  const path = url.pathname.slice("/api/v1".length) || "/";
  const request = {
    method: req.method === "HEAD" ? "GET" : (req.method ?? "GET"),
    path,
    query: url.searchParams,
    headers: req.headers,
    address: clientAddress(req),
  };
  const response = isStreamed(req)
    ? await dispatchStream(req, request)
    : await dispatchWhole(await readBody(req, path === "/files" ? UPLOAD_LIMIT : JSON_LIMIT), request);
  return answer(response.status, response.headers["content-type"] ?? "application/json; charset=utf-8", response.body, {
    "cache-control": "no-store",
    ...response.headers,
  });
}

/** Files that are too large for the memory: taken as they come in, for as long as it takes. */
export function isStreamed({ method, url }: IncomingMessage): boolean {
  return method === "PUT" && /^\/api\/v1\/videos\/\d+\/(file|poster)$/.test(url ?? "");
}

type Bodyless = Omit<RestRequest, "body">;

function dispatchWhole(body: Buffer, request: Bodyless): Promise<RestResponse> {
  return admit(classOf(request.method, request.path), () => dispatch({ ...request, body }));
}

/** Takes minutes, and hardly any work: nobody else waits for it. */
async function dispatchStream(req: IncomingMessage, request: Bodyless): Promise<RestResponse> {
  const response = await dispatch({ ...request, body: Buffer.alloc(0), stream: req.iterator({ destroyOnReturn: false }) });
  if (!req.complete) drain(req);
  return response;
}

function classOf(method: string, path: string): WorkClass {
  if (/^\/(conversations|offers|agents|queue)/.test(path)) return "chat";
  if (path === "/search" || path === "/suggest") return "search";
  return method === "GET" ? "read" : "write";
}
