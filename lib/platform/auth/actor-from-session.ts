import { sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { members, sessions } from "@/db/schema";
import { type Actor, visitor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { memberColumns, memberFromRow, type MemberRow } from "./member-row";
import { hashSecret } from "./secret-token";

const TOUCH_EVERY_MS = 10 * 60_000;

/** Whose session this is, in one query; a visitor when it is unknown, over, revoked or the member is gone. */
export async function actorFromSession(token: string | undefined): Promise<Actor> {
  if (!token || token.length !== 43) return visitor;
  const hash = hashSecret(token);
  const moment = now();
  const found = await db.execute<MemberRow & { seenAt: string }>(sql`${kept}
    select ${memberColumns}, ${sessions.lastSeenAt} as "seenAt"
    from ${sessions} join ${members} on ${members.id} = ${sessions.memberId}
    where ${sessions.tokenHash} = ${hash} and ${sessions.expiresAt} > ${moment.toISOString()}::timestamptz
      and ${members.deactivatedAt} is null`);
  const row = found.rows[0];
  if (!row) return visitor;
  if (moment.getTime() - new Date(row.seenAt).getTime() > TOUCH_EVERY_MS) touch(hash, Number(row.id), moment);
  return memberFromRow(row);
}

/** Nobody waits for "last seen", and nothing is lost when it fails. */
function touch(hash: string, memberId: number, moment: Date): void {
  const seen = moment.toISOString();
  db.execute(sql`
    with session as (update sessions set last_seen_at = ${seen}::timestamptz where token_hash = ${hash})
    update members set last_seen_at = ${seen}::timestamptz where id = ${memberId}`).catch(() => {});
}
