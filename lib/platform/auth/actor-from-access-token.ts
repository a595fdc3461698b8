import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { accessTokens, members } from "@/db/schema";
import { type Actor, visitor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { readAccessToken } from "./access-token-format";
import { memberColumns, memberFromRow, type MemberRow } from "./member-row";
import { hashSecret } from "./secret-token";

const TOUCH_EVERY_MS = 60_000;

type Row = MemberRow & { tokenId: string; secretHash: string; usedAt: string | null };

/** Whose personal access token this is ("Bearer kdg_…" or the token itself); a visitor when it is not valid. */
export async function actorFromAccessToken(bearer: string): Promise<Actor> {
  const parts = readAccessToken(bearer.replace(/^bearer\s+/i, "").trim());
  if (!parts) return visitor;
  const moment = now();
  const found = await db.execute<Row>(sql`${kept}
    select ${memberColumns}, ${accessTokens.id}::text as "tokenId", ${accessTokens.secretHash} as "secretHash",
      ${accessTokens.lastUsedAt} as "usedAt"
    from ${accessTokens} join ${members} on ${members.id} = ${accessTokens.memberId}
    where ${accessTokens.publicId} = ${parts.publicId} and ${accessTokens.revokedAt} is null
      and (${accessTokens.expiresAt} is null or ${accessTokens.expiresAt} > ${moment.toISOString()}::timestamptz)
      and ${members.deactivatedAt} is null`);
  const row = found.rows[0];
  if (!row || !isSame(row.secretHash, hashSecret(parts.secret))) return visitor;
  if (!row.usedAt || moment.getTime() - new Date(row.usedAt).getTime() > TOUCH_EVERY_MS) touch(row.tokenId, moment);
  return memberFromRow(row);
}

function isSame(known: string, given: string): boolean {
  return known.length === given.length && timingSafeEqual(Buffer.from(known), Buffer.from(given));
}

/** Nobody waits for "last used", and nothing is lost when it fails. */
function touch(tokenId: string, moment: Date): void {
  db.execute(sql`
    update access_tokens set last_used_at = ${moment.toISOString()}::timestamptz where id = ${tokenId}::bigint`).catch(() => {});
}
