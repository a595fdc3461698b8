import { z } from "zod";

/** Parts that several operations share. */
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
export const idParams = z.object({ id });

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional(),
});

export const instant = z.iso.datetime();
export const localeSchema = z.enum(["en", "de"]);

export const createdReply = z.looseObject({ id: z.int(), url: z.string() });
export const changedReply = z.looseObject({ id: z.int() });

export const authorReply = z.looseObject({ id: z.int(), name: z.string(), displayName: z.string() });

export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** Our questions say null where a list ends, the interface leaves it out. */
export function listReply<T>(page: { items: T[]; nextCursor?: string | null }): { status: 200; body: { items: T[]; nextCursor?: string } } {
  return { status: 200, body: { items: page.items, ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}) } };
}

/** Of an act that has nothing to say when it is done. */
export async function noContent(act: Promise<unknown>): Promise<{ status: 204; body: undefined }> {
  await act;
  return { status: 204, body: undefined };
}
