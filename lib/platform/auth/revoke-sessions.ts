import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { invalidatePages } from "@/lib/platform/pages/page-tags";

/** Ends one session; from the commit on it is nobody's, in every process. */
export async function revokeSession(tx: Tx, tokenHash: string): Promise<boolean> {
  const gone = await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).returning({ hash: sessions.tokenHash });
  await forget(tx, gone);
  return gone.length > 0;
}

/** Ends all sessions of a member, but for the one that asks. Returns how many. */
export async function revokeSessions(tx: Tx, memberId: number, { except }: { except?: string } = {}): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.memberId, memberId), except ? ne(sessions.tokenHash, except) : undefined))
    .returning({ hash: sessions.tokenHash });
  await forget(tx, gone);
  await refreshMember(tx, memberId);
  return gone.length;
}

/** Makes every web process read again who this member is: role, suspension or name have changed. */
export async function refreshMember(tx: Tx, memberId: number): Promise<void> {
  await invalidatePages(tx, `member-session:${memberId}`);
}

async function forget(tx: Tx, gone: { hash: string }[]): Promise<void> {
  await invalidatePages(tx, ...gone.map(({ hash }) => `session:${hash}`));
}
