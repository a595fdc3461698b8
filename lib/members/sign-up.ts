import { inTransaction, type Tx } from "@/db/client";
import { queueMail } from "@/lib/mails/queue-mail";
import { recordAudit } from "@/lib/platform/audit";
import { parseInput } from "@/lib/platform/parse-input";
import { hashPassword } from "@/lib/platform/passwords";
import { consume } from "@/lib/platform/rate-limit";
import type { Actor } from "./actor";
import { assertGoodPassword } from "./assert-good-password";
import type { Device, SignedIn } from "./device";
import { signUpInput } from "./input";
import { insertMember } from "./insert-member";
import { mayWriteTo } from "./may-write-to";
import { openSession } from "./open-session";
import { sendVerification } from "./send-verification";

/**
 * Makes an account and signs it in at once; the address is proved later. Null for an address that has an
 * account already: its owner gets a letter, the page says the same, and the same work was done.
 */
export async function signUp(actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<SignedIn | null> {
  const { displayName, email, password, locale, returnTo } = parseInput(signUpInput, input);
  assertGoodPassword(password, { email, displayName });
  await consume("signUp", device.address);
  const passwordHash = await hashPassword(password);
  const mayWrite = await mayWriteTo(email);
  return inTransaction(async (tx) => {
    const id = await insertMember(tx, { displayName, email, passwordHash, role: "member", locale });
    if (id === null) {
      if (mayWrite) await queueMail(tx, { to: email, locale, kind: "account_exists", values: { path: "/sign-in" } });
      await recordAudit(tx, actor, "member.sign_up_known", { kind: "member", id: "known" });
      return null;
    }
    if (mayWrite) await sendVerification(tx, { id, email, locale, returnTo });
    await recordAudit(tx, { kind: "member", id }, "member.signed_up", { kind: "member", id });
    return openSession(tx, { id, role: "member", locale }, "sign-up", device);
  }, outer);
}
