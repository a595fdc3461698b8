import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { consumeOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { now } from "@/lib/platform/clock";
import { Conflict, Forbidden } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { tokenOnlyInput } from "./input";
import { ownAccount } from "./own-account";

/**
 * Proves an address. Only for the one who is signed in to that account: otherwise somebody could sign up
 * with a stranger's address and have the stranger confirm it for them.
 */
export async function verifyEmail(actor: Actor, input: unknown, outer?: Tx): Promise<{ returnTo: string }> {
  const { token } = parseInput(tokenOnlyInput, input);
  const { id } = ownAccount(actor);
  return inTransaction(async (tx) => {
    const used = await consumeOneTimeToken(tx, "verify_email", token);
    if (!used) throw new Conflict("link_over", "auth.link.over");
    if (used.memberId !== id) throw new Forbidden("auth.verify.otherAccount");
    await tx
      .update(members)
      .set({ emailVerifiedAt: now() })
      .where(and(eq(members.id, id), eq(members.email, used.email)));
    await recordAudit(tx, actor, "member.email_verified", { kind: "member", id });
    return { returnTo: used.returnTo };
  }, outer);
}
