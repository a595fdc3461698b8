import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { singleton } from "@/lib/platform/singleton";
import { diskStorage } from "./disk-storage";
import { s3Storage } from "./s3-storage";

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Whole, or as they come in. */
export type Bytes = Buffer | AsyncIterable<Uint8Array>;

export interface Storage {
  /** Resolves only when the bytes are safe; a file is there whole or not at all, also when the source of `data` fails. */
  put(key: string, data: Bytes): Promise<void>;
  get(key: string, range?: ByteRange): Promise<Buffer | null>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
}

/** Long enough that nobody guesses one, in signs every file system keeps apart. */
const KEY = /^[a-z0-9]{16,64}$/;
const pieceBytes = 1024 * 1024;

/** Stores bytes under a new key. */
export async function putFile(data: Bytes): Promise<{ key: string; size: number; sha256: string }> {
  const key = randomBytes(16).toString("hex");
  const hash = createHash("sha256");
  let size = 0;
  const measured = async function* (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  if (Buffer.isBuffer(data)) hash.update(data);
  await storage().put(key, Buffer.isBuffer(data) ? data : measured(data));
  return { key, size: Buffer.isBuffer(data) ? data.length : size, sha256: hash.digest("hex") };
}

/** The bytes of a stored file, or of a part of it; null when there is none. Asks nobody whether that is allowed. */
export async function readStored(key: string, range?: ByteRange): Promise<Buffer | null> {
  return KEY.test(key) ? storage().get(key, range) : null;
}

/** The same in pieces, so that no file is ever whole in memory. Ends early when the file does. */
export async function* streamStored(key: string, { start, end }: ByteRange): AsyncGenerator<Buffer> {
  for (let at = start; at <= end; ) {
    const piece = await readStored(key, { start: at, end: Math.min(end, at + pieceBytes - 1) });
    if (!piece?.length) return;
    at += piece.length;
    yield piece;
  }
}

/** Puts bytes back under the key they had, as after a disaster. */
export async function putStored(key: string, data: Bytes): Promise<void> {
  if (!KEY.test(key)) throw new Error(`${key} is no key of a stored file`);
  await storage().put(key, data);
}

export async function deleteStored(key: string): Promise<void> {
  if (KEY.test(key)) await storage().delete(key);
}

const made = singleton("storage", () => new Map<string, Storage>());

/** Where STORAGE_URL says; without it, files/ in the data directory. */
function storage(): Storage {
  const url = process.env.STORAGE_URL ?? "";
  const directory = path.join(path.resolve(process.env.KUNDIG_DATA_DIR ?? ".data"), "files");
  const known = made.get(url + directory);
  if (known) return known;
  const fresh = url.startsWith("s3:") ? s3Storage(url) : diskStorage(url ? fileURLToPath(url) : directory);
  made.set(url + directory, fresh);
  return fresh;
}
