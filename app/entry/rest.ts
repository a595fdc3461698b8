import type { IncomingMessage } from "node:http";
import { dispatch } from "@/app/api/v1/dispatch";
import { clientAddress } from "@/lib/platform/client-address";
import { admit, type WorkClass } from "./admission";
import { type Answer, answer } from "./answer";
import { readBody } from "./read-body";

const JSON_LIMIT = 256 * 1024;
const UPLOAD_LIMIT = 15 * 1024 * 1024;

/** Answers /api/v1 without going through Next. */
export async function restAnswer(req: IncomingMessage): Promise<Answer> {
  const url = new URL(req.url ?? "/", "http://internal");
  const path = url.pathname.slice("/api/v1".length) || "/";
  const body = await readBody(req, path === "/files" ? UPLOAD_LIMIT : JSON_LIMIT);
  const response = await admit(classOf(req.method ?? "GET", path), () =>
    dispatch({
      method: req.method === "HEAD" ? "GET" : (req.method ?? "GET"),
      path,
      query: url.searchParams,
      headers: req.headers,
      body,
      address: clientAddress(req),
    }),
  );
  return answer(response.status, response.headers["content-type"] ?? "application/json; charset=utf-8", response.body, {
    "cache-control": "no-store",
    ...response.headers,
  });
}

function classOf(method: string, path: string): WorkClass {
  if (/^\/(conversations|offers|agents|queue)/.test(path)) return "chat";
  if (path === "/search" || path === "/suggest") return "search";
  return method === "GET" ? "read" : "write";
}
