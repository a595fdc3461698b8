import type { IncomingMessage } from "node:http";

export class BodyTooLarge extends Error {}
export class BodyAborted extends Error {}

/**
 * The whole body, or BodyTooLarge: never a part of it. Listens instead of iterating, because leaving
 * a loop over the request early ends the connection, and with it the answer that says why.
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(req.headers["content-length"] ?? 0) > limit) return reject(new BodyTooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        chunks.length = 0;
        reject(new BodyTooLarge());
      } else {
        chunks.push(chunk);
      }
    });
    req.on("end", () => (req.complete ? resolve(Buffer.concat(chunks)) : reject(new BodyAborted())));
    req.on("error", () => reject(new BodyAborted()));
    req.on("close", () => reject(new BodyAborted()));
  });
}

/** How much of an unwanted body is still taken in, so that its sender gets to read the answer. */
const LINGER_BYTES = 64 * 1024 * 1024;
const LINGER_MS = 5_000;

/** Lets a body that was refused run out into nothing; one that does not end is cut off. */
export function drain(req: IncomingMessage): void {
  let size = 0;
  const late = setTimeout(() => req.destroy(), LINGER_MS).unref();
  req.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > LINGER_BYTES) req.destroy();
  });
  req.on("close", () => clearTimeout(late));
  req.on("end", () => clearTimeout(late));
  req.resume();
}
