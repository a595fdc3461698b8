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

export interface Storage {
  /** Resolves only when the bytes are safe; a file is there whole or not at all. */
  put(key: string, data: Buffer): Promise<void>;
  get(key: string, range?: ByteRange): Promise<Buffer | null>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
}

/** Long enough that nobody guesses one, in signs every file system keeps apart. */
const KEY = /^[a-z0-9]{16,64}$/;

/** Stores bytes under a new key. */
export async function putFile(data: Buffer): Promise<{ key: string; size: number; sha256: string }> {
  const key = randomBytes(16).toString("hex");
  await storage().put(key, data);
  return { key, size: data.length, sha256: createHash("sha256").update(data).digest("hex") };
}

/** The bytes of a stored file, or of a part of it; null when there is none. Asks nobody whether that is allowed. */
export async function readStored(key: string, range?: ByteRange): Promise<Buffer | null> {
  return KEY.test(key) ? storage().get(key, range) : null;
}

/** Puts bytes back under the key they had, as after a disaster. */
export async function putStored(key: string, data: Buffer): Promise<void> {
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
