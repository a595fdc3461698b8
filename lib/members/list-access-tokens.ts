import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { accessTokens } from "@/db/schema";
import type { Actor } from "./actor";
import { ownAccount } from "./own-account";

export type AccessTokenView = {
  id: number;
  name: string;
  /** How it begins: enough to know it by. */
  start: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** One's own tokens that still work or have run out; revoked ones are gone. */
export async function listAccessTokens(actor: Actor): Promise<AccessTokenView[]> {
  const { id } = ownAccount(actor);
  const rows = await db
    .select({
      id: accessTokens.id,
      name: accessTokens.name,
      publicId: accessTokens.publicId,
      createdAt: accessTokens.createdAt,
      lastUsedAt: accessTokens.lastUsedAt,
      expiresAt: accessTokens.expiresAt,
    })
    .from(accessTokens)
    .where(and(eq(accessTokens.memberId, id), isNull(accessTokens.revokedAt)))
    .orderBy(desc(accessTokens.id));
  return rows.map(({ publicId, ...row }) => ({ ...row, start: `kdg_${publicId}_…` }));
}
