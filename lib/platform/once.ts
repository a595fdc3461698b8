import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { now } from "./clock";

/**
 * Does `work` once for each key of an owner: asked again, also at the same moment, the first result
 * comes back. The key stands in the caller's transaction, so a failed attempt leaves nothing behind.
 */
export async function once<T extends Record<string, unknown>>(
  tx: Tx,
  owner: string,
  key: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (key === undefined) return work();
  const [fresh] = await tx
    .insert(idempotencyKeys)
    .values({ owner, key, requestHash: "", createdAt: now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  const same = and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key));
  if (!fresh) {
    const [kept] = await tx.select({ response: idempotencyKeys.response }).from(idempotencyKeys).where(same);
    return kept?.response as T;
  }
  const result = await work();
  await tx.update(idempotencyKeys).set({ status: 200, response: result }).where(same);
  return result;
}
