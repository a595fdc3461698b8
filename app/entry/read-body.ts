import type { IncomingMessage } from "node:http";

export class BodyTooLarge extends Error {}
export class BodyAborted extends Error {}

/** The whole body, or BodyTooLarge: never a part of it. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  if (!req.complete) throw new BodyAborted();
  return Buffer.concat(chunks);
}
