import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members, sessions } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { NotFound } from "@/lib/platform/errors";
import { hashSecret, newSecret } from "./secret-token";
import { sessionSeconds } from "./session-cookies";

/** Opens a session and returns its token, which is known to nobody but the browser. */
export async function createSession(
  tx: Tx,
  memberId: number,
  { userAgent = "", token = newSecret() }: { userAgent?: string; token?: string } = {},
): Promise<string> {
  const [member] = await tx.select({ role: members.role }).from(members).where(eq(members.id, memberId));
  if (!member) throw new NotFound();
  const createdAt = now();
  await tx.insert(sessions).values({
    tokenHash: hashSecret(token),
    memberId,
    createdAt,
    lastSeenAt: createdAt,
    expiresAt: new Date(createdAt.getTime() + sessionSeconds(member.role) * 1000),
    userAgent: userAgent.slice(0, 300),
  });
  return token;
}
