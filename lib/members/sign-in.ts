import { eq } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/platform/passwords";
import { consume, forgive } from "@/lib/platform/rate-limit";
import type { Actor } from "./actor";
import { addressKey } from "./address-key";
import type { Device, SignedIn } from "./device";
import { signInInput } from "./input";
import { openSession } from "./open-session";

/**
 * Signs in with address and password. Unknown, wrong, without a password and deactivated all get the
 * same answer after the same work, so that nobody can find out who has an account here.
 */
export async function signIn(_actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<SignedIn> {
  const { email, password } = parseInput(signInInput, input);
  await consume("signInAddress", device.address);
  await consume("signInAccount", addressKey(email));
  const [member] = await (outer ?? db)
    .select({
      id: members.id,
      role: members.role,
      locale: members.locale,
      passwordHash: members.passwordHash,
      deactivatedAt: members.deactivatedAt,
    })
    .from(members)
    .where(eq(members.email, email));
  const isRight = await verifyPassword(member?.passwordHash ?? null, password);
  if (!member || !isRight || member.deactivatedAt) throw new InvalidInput({ password: { key: "auth.wrongPassword" } });
  await forgive("signInAccount", addressKey(email));
  // Guessing is limited, not coming home often.
  await forgive("signInAccount", addressKey(email));
  const renewed = member.passwordHash && needsRehash(member.passwordHash) ? await hashPassword(password) : null;
  return inTransaction(async (tx) => {
    if (renewed) await tx.update(members).set({ passwordHash: renewed }).where(eq(members.id, member.id));
    return openSession(tx, { id: member.id, role: member.role, locale: member.locale }, "password", device);
  }, outer);
}
