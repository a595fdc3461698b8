import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";

export type Piece = { name: string; content: AsyncIterable<Buffer> };

/** What a .tar.gz holds, one after the other; each content must be read before the next. */
export async function* readEntries(path: string): AsyncGenerator<Piece> {
  const file = createReadStream(path);
  const unzip = createGunzip();
  const archive = extract();
  file.on("error", (error) => unzip.destroy(error));
  unzip.on("error", (error) => archive.destroy(error));
  file.pipe(unzip).pipe(archive);
  try {
    for await (const entry of archive) yield { name: entry.header.name, content: entry as AsyncIterable<Buffer> };
  } finally {
    file.destroy();
  }
}

export async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
