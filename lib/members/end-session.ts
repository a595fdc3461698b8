import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { revokeSession, revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { ownAccount } from "./own-account";

const input = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

/** Signs one of one's own devices out. */
export async function endSession(actor: Actor, wanted: unknown, outer?: Tx): Promise<void> {
  const { session } = parseInput(input, wanted);
  const { id } = ownAccount(actor);
  await inTransaction(async (tx) => {
    const own = and(eq(sessions.tokenHash, session), eq(sessions.memberId, id));
    const [found] = await tx.select({ id: sessions.memberId }).from(sessions).where(own).for("update");
    if (!found) throw new NotFound();
    await revokeSession(tx, session);
    await recordAudit(tx, actor, "member.session_ended", { kind: "member", id });
  }, outer);
}

/** Signs out everywhere but here. */
export async function endOtherSessions(actor: Actor, current: string | undefined, outer?: Tx): Promise<{ ended: number }> {
  const { id } = ownAccount(actor);
  return inTransaction(async (tx) => {
    const ended = await revokeSessions(tx, id, { except: current });
    await recordAudit(tx, actor, "member.sessions_ended", { kind: "member", id }, { ended });
    return { ended };
  }, outer);
}
