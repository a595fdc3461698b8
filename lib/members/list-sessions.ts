import { and, desc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import type { Actor } from "./actor";
import { ownAccount } from "./own-account";

export type SessionView = {
  /** Hash of the token: names the session and opens nothing. */
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  isThis: boolean;
};

/** Where one is signed in, this browser first. */
export async function listSessions(actor: Actor, { current }: { current?: string } = {}): Promise<SessionView[]> {
  const { id } = ownAccount(actor);
  const rows = await db
    .select({
      id: sessions.tokenHash,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.memberId, id), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100);
  const views = rows.map((row) => ({ ...row, isThis: row.id === current }));
  return [...views.filter((view) => view.isThis), ...views.filter((view) => !view.isThis)];
}
