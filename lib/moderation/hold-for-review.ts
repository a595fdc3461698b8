import type { Tx } from "@/db/client";
import { cases } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Puts a post that was not published at once into the review queue. */
export async function holdForReview(
  tx: Tx,
  target: { kind: "thread" | "answer" | "comment"; id: number },
  cause = "held",
): Promise<void> {
  await tx
    .insert(cases)
    .values({ targetKind: target.kind, targetId: target.id, cause, score: 5, createdAt: now() })
    .onConflictDoNothing();
}
