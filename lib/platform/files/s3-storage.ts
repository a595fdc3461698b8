import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage";

const TIMEOUT_MS = 30_000;
/** For files that are too large to be held in memory. */
const LARGE_TIMEOUT_MS = 15 * 60_000;

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
  const ask = (method: string, key: string, init: RequestInit = {}, timeout = TIMEOUT_MS): Promise<Response> =>
    client.fetch(`${base}/${key}`, { ...init, method, signal: AbortSignal.timeout(timeout) });
  const headers = { "content-type": "application/octet-stream" };

  return {
    async put(key, data) {
      if (Buffer.isBuffer(data)) return void (await drain(await ask("PUT", key, { body: new Uint8Array(data), headers }), "store"));
      await onDisk(data, async (file) => {
        await drain(await ask("PUT", key, { body: await openAsBlob(file), headers }, LARGE_TIMEOUT_MS), "store");
      });
    },

    async get(key, range) {
      const answer = await ask("GET", key, { headers: range ? { range: `bytes=${range.start}-${range.end}` } : undefined });
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

/** S3 wants to know the size first, and a request that fails is sent again. */
async function onDisk(data: AsyncIterable<Uint8Array>, send: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "kundig-"));
  try {
    const file = path.join(folder, "file");
    await writeFile(file, data);
    await send(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads an answer to its end, so that the connection is free again; throws unless it is good or expected. */
async function drain(answer: Response, what: string, expected?: number): Promise<null> {
  const text = await answer.text();
  if (answer.ok || answer.status === expected) return null;
  throw new Error(`the file store could not ${what}: ${answer.status} ${text.slice(0, 200)}`);
}
