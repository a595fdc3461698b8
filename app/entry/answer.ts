import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { commonHeaders, inertPolicy } from "./security-headers";

/** A whole answer in memory, ready to be written many times. */
export type Answer = {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  gzip: Buffer | null;
};

const compressible = /^(text\/|application\/(json|problem\+json|javascript|xml|atom\+xml|manifest\+json)|image\/svg)/;

export function answer(status: number, type: string, body: string | Buffer, headers: Record<string, string | string[]> = {}): Answer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return {
    status,
    headers: {
      ...commonHeaders,
      "content-security-policy": inertPolicy,
      ...headers,
      "content-type": type,
      ...(compressible.test(type) ? { vary: "accept-encoding" } : {}),
    },
    body: bytes,
    gzip: compressible.test(type) && bytes.length > 600 ? gzipSync(bytes, { level: 6 }) : null,
  };
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return answer(status, "application/json; charset=utf-8", JSON.stringify(value), { "cache-control": "no-store", ...headers });
}

/** Adds a validator, so that a page seen before costs no bytes. */
export function withEtag(whole: Answer): Answer {
  const etag = `"${createHash("sha1").update(whole.body).digest("base64url")}"`;
  return { ...whole, headers: { ...whole.headers, etag } };
}

export function send(req: IncomingMessage, res: ServerResponse, whole: Answer): void {
  const { headers } = whole;
  if (headers.etag !== undefined && whole.status === 200 && req.headers["if-none-match"] === headers.etag) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const zipped = whole.gzip !== null && acceptsGzip(req.headers["accept-encoding"]);
  const body = zipped && whole.gzip ? whole.gzip : whole.body;
  res.writeHead(whole.status, zipped ? { ...headers, "content-encoding": "gzip", "content-length": body.length } : { ...headers, "content-length": body.length });
  res.end(req.method === "HEAD" ? undefined : body);
}

function acceptsGzip(accepted: string | string[] | undefined): boolean {
  return typeof accepted === "string" && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted);
}
