import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Bytes, Storage } from "./storage";

/** Files below a directory, spread over 256 folders. */
export function diskStorage(directory: string): Storage {
  const pathOf = (key: string): string => path.join(directory, key.slice(0, 2), key);
  return {
    async put(key, data) {
      const target = pathOf(key);
      const folder = path.dirname(target);
      await mkdir(folder, { recursive: true });
      const part = `${target}.${randomBytes(4).toString("hex")}.part`;
      try {
        await writeThrough(part, data);
        await rename(part, target);
        await syncFolder(folder);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    async get(key, range) {
      const file = await open(pathOf(key), "r").catch(absent);
      if (!file) return null;
      try {
        if (!range) return await file.readFile();
        const buffer = Buffer.alloc(Math.max(0, range.end - range.start + 1));
        const { bytesRead } = await file.read(buffer, 0, buffer.length, range.start);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

async function writeThrough(file: string, data: Bytes): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await writeFile(handle, data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Without this the name of a file could be lost in a power cut although its bytes were not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
