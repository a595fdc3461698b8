import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accessTokens, members } from "@/db/schema";
import { revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { now } from "@/lib/platform/clock";

/**
 * A letter to the address was answered. If the account was never proved, somebody else may have made it with
 * this address and be waiting inside: their password, sessions and tokens end here.
 */
export async function proveAddress(tx: Tx, memberId: number): Promise<void> {
  const [proved] = await tx
    .update(members)
    .set({ emailVerifiedAt: now(), passwordHash: null })
    .where(and(eq(members.id, memberId), isNull(members.emailVerifiedAt)))
    .returning({ id: members.id });
  if (!proved) return;
  await revokeSessions(tx, memberId);
  await tx.update(accessTokens).set({ revokedAt: now() }).where(eq(accessTokens.memberId, memberId));
}
