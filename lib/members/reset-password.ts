import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import { recordAudit } from "@/lib/platform/audit";
import { consumeOneTimeToken, dropOneTimeTokens, getOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { revokeSessions } from "@/lib/platform/auth/revoke-sessions";
import { Conflict } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { hashPassword } from "@/lib/platform/passwords";
import type { Actor } from "./actor";
import { assertGoodPassword } from "./assert-good-password";
import type { Device, SignedIn } from "./device";
import { resetPasswordInput } from "./input";
import { openSession } from "./open-session";
import { proveAddress } from "./prove-address";

/** Sets a new password with a mailed link, signs out everywhere and in here. */
export async function resetPassword(_actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<SignedIn> {
  const { token, password } = parseInput(resetPasswordInput, input);
  const link = await getOneTimeToken("reset_password", token);
  if (!link) throw new Conflict("link_over", "auth.link.over");
  assertGoodPassword(password, { email: link.email });
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const used = await consumeOneTimeToken(tx, "reset_password", token);
    if (!used?.memberId) throw new Conflict("link_over", "auth.link.over");
    await dropOneTimeTokens(tx, "reset_password", used.email);
    await dropOneTimeTokens(tx, "sign_in", used.email);
    await proveAddress(tx, used.memberId);
    const [member] = await tx
      .update(members)
      .set({ passwordHash })
      .where(eq(members.id, used.memberId))
      .returning({ id: members.id, role: members.role, locale: members.locale, deactivatedAt: members.deactivatedAt });
    if (!member || member.deactivatedAt) throw new Conflict("link_over", "auth.link.over");
    await revokeSessions(tx, member.id);
    await recordAudit(tx, { kind: "member", id: member.id }, "member.password_reset", { kind: "member", id: member.id });
    await queueMail(tx, {
      to: used.email,
      memberId: member.id,
      locale: member.locale,
      kind: "password_changed",
      values: { path: "/reset-password" },
    });
    return openSession(tx, { id: member.id, role: member.role, locale: member.locale }, "reset", device);
  }, outer);
}
