import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { accessTokens } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMember } from "@/lib/platform/auth/revoke-sessions";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { Actor } from "./actor";
import { ownAccount } from "./own-account";

const input = z.object({ id: idInput });

/** Ends one of one's own tokens; the next request with it is nobody's. */
export async function revokeAccessToken(actor: Actor, wanted: unknown, outer?: Tx): Promise<void> {
  const { id } = parseInput(input, wanted);
  const { id: memberId } = ownAccount(actor);
  await inTransaction(async (tx) => {
    const [revoked] = await tx
      .update(accessTokens)
      .set({ revokedAt: now() })
      .where(and(eq(accessTokens.id, id), eq(accessTokens.memberId, memberId), isNull(accessTokens.revokedAt)))
      .returning({ id: accessTokens.id });
    if (!revoked) throw new NotFound();
    // Streams opened with it ask again who they belong to, and end.
    await refreshMember(tx, memberId);
    await recordAudit(tx, actor, "access_token.revoked", { kind: "access_token", id });
  }, outer);
}
