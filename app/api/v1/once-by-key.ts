import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import type { RestRequest } from "./dispatch";
import type { AnyOperation, Reply } from "./operation";
import { Problem } from "./problem";

/**
 * Honours Idempotency-Key on POST: the key, the work and the reply commit together, so a repeated
 * request is answered with the first reply and does nothing. Rows are removed after 48 hours.
 */
export async function onceByKey(
  operation: AnyOperation,
  request: RestRequest,
  actor: Actor,
  work: (tx: Tx | undefined) => Promise<Reply>,
): Promise<Reply> {
  const key = request.headers["idempotency-key"];
  if (operation.method !== "POST" || typeof key !== "string") return work(undefined);
  if (key.length === 0 || key.length > 200) throw new Problem(400, "bad_idempotency_key");
  const owner = actor.kind === "member" ? `member:${actor.id}` : `address:${request.address}`;
  const requestHash = createHash("sha256").update(`${operation.operationId}\n${request.path}\n`).update(request.body).digest("base64url");
  return inTransaction(async (tx) => {
    // A request with the same key that is still running holds the row: we wait for its end here.
    const [mine] = await tx.insert(idempotencyKeys).values({ owner, key, requestHash }).onConflictDoNothing().returning({ key: idempotencyKeys.key });
    const same = and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key));
    if (!mine) {
      const [earlier] = await tx.select().from(idempotencyKeys).where(same);
      if (!earlier || earlier.status === null) throw new Problem(409, "still_running");
      if (earlier.requestHash !== requestHash) throw new Problem(422, "key_reused");
      return { status: earlier.status, body: earlier.response ?? undefined, headers: { "idempotent-replayed": "true" } };
    }
    const reply = await work(tx);
    await tx.update(idempotencyKeys).set({ status: reply.status, response: reply.body ?? null }).where(same);
    return reply;
  });
}
