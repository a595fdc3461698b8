import { and, eq, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { accessTokens } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { newAccessToken } from "@/lib/platform/auth/access-token-format";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { accessTokenInput } from "./input";
import { requireMember } from "./require-member";

const MOST = 50;

/** Makes a token for the REST interface. It is returned this once; only a hash stays. */
export async function createAccessToken(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number; token: string }> {
  const { name, days } = parseInput(accessTokenInput, input);
  const { id: memberId } = requireMember(actor);
  return inTransaction(async (tx) => {
    const [own] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(accessTokens)
      .where(and(eq(accessTokens.memberId, memberId), isNull(accessTokens.revokedAt)));
    if ((own?.count ?? 0) >= MOST) throw new Conflict("too_many_tokens", "members.tokens.tooMany", { maximum: MOST });
    const { token, publicId, secret } = newAccessToken();
    const createdAt = now();
    const expiresAt = days ? new Date(createdAt.getTime() + days * 86_400_000) : null;
    const [row] = await tx
      .insert(accessTokens)
      .values({ publicId, secretHash: hashSecret(secret), memberId, name, createdAt, expiresAt })
      .returning({ id: accessTokens.id });
    if (!row) throw new Error("no token row");
    await recordAudit(tx, actor, "access_token.created", { kind: "access_token", id: row.id }, { name });
    return { id: row.id, token };
  }, outer);
}
