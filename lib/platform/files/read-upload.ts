import { InvalidInput } from "@/lib/platform/errors";

export interface UploadBounds {
  maxBytes: number;
  /** What the sender announced; anything else is not stored as a success. */
  expectedBytes?: number;
}

/** Collects a request's body, giving up at the first byte too many. */
export async function readUpload(body: AsyncIterable<Uint8Array>, bounds: UploadBounds): Promise<Buffer> {
  if ((bounds.expectedBytes ?? 0) > bounds.maxBytes) throw tooLarge(bounds.maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > bounds.maxBytes) throw tooLarge(bounds.maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw incomplete();
  }
  if (bounds.expectedBytes !== undefined && bounds.expectedBytes !== size) throw incomplete();
  return Buffer.concat(chunks);
}

export function tooLarge(maxBytes: number): InvalidInput {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new InvalidInput({ file: { key: "error.file.tooLarge", values: { megabytes } } });
}

export function incomplete(): InvalidInput {
  return new InvalidInput({ file: { key: "error.file.incomplete" } });
}
