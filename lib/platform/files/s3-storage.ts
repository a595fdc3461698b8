import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage";

const TIMEOUT_MS = 30_000;

/**
 * Any S3-compatible store: s3://KEY:SECRET@host/bucket/prefix?region=eu-central-1&tls=off. Without key and secret in
 * it, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are taken.
 */
export function s3Storage(url: string): Storage {
  const { username, password, host, pathname, searchParams } = new URL(url);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username) || (process.env.AWS_ACCESS_KEY_ID ?? ""),
    secretAccessKey: decodeURIComponent(password) || (process.env.AWS_SECRET_ACCESS_KEY ?? ""),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries: 2,
  });
  const base = `${searchParams.get("tls") === "off" ? "http" : "https"}://${host}${pathname.replace(/\/+$/, "")}`;
  const ask = (method: string, key: string, init: RequestInit = {}): Promise<Response> =>
    client.fetch(`${base}/${key}`, { ...init, method, signal: AbortSignal.timeout(TIMEOUT_MS) });

  return {
    async put(key, data) {
      const body = new Uint8Array(data);
      const answer = await ask("PUT", key, { body, headers: { "content-type": "application/octet-stream" } });
      await drain(answer, "store");
    },

    async get(key, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
      const answer = await ask("GET", key, { headers });
      if (answer.status === 404) return drain(answer, "read", 404);
      if (answer.status === 416) return Buffer.alloc(0);
      if (!answer.ok) return drain(answer, "read");
      return Buffer.from(await answer.arrayBuffer());
    },

    async delete(key) {
      await drain(await ask("DELETE", key), "delete", 404);
    },
  };
}

/** Reads an answer to its end, so that the connection is free again; throws unless it is good or expected. */
async function drain(answer: Response, what: string, expected?: number): Promise<null> {
  const text = await answer.text();
  if (answer.ok || answer.status === expected) return null;
  throw new Error(`the file store could not ${what}: ${answer.status} ${text.slice(0, 200)}`);
}
