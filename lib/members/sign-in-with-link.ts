import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { consumeOneTimeToken, dropOneTimeTokens, getOneTimeToken } from "@/lib/platform/auth/one-time-tokens";
import { now } from "@/lib/platform/clock";
import { Conflict } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/locale";
import { parseInput } from "@/lib/platform/parse-input";
import { z } from "zod";
import type { Actor } from "./actor";
import type { Device, SignedIn } from "./device";
import { displayNameInput, tokenOnlyInput } from "./input";
import { insertMember } from "./insert-member";
import { openSession } from "./open-session";
import { proveAddress } from "./prove-address";

const nameInput = z.object({ displayName: displayNameInput });

/** Uses up the mailed link. Who is new says how they want to be called; the link stays good while that is wrong. */
export async function signInWithLink(_actor: Actor, input: unknown, device: Device, outer?: Tx): Promise<SignedIn & { returnTo: string }> {
  const { token } = parseInput(tokenOnlyInput, input);
  return inTransaction(async (tx) => {
    const link = await consumeOneTimeToken(tx, "sign_in", token);
    if (!link) throw new Conflict("link_over", "auth.link.over");
    await dropOneTimeTokens(tx, "sign_in", link.email);
    const member = (await knownMember(tx, link.email)) ?? (await newMember(tx, link, input));
    return { ...(await openSession(tx, member, "link", device)), returnTo: link.returnTo };
  }, outer);
}

/** What the page behind the link shows: whether it still works, and whether a name is needed. Opening it uses nothing up. */
export async function getSignInLink(token: string): Promise<{ isNew: boolean } | null> {
  const link = await getOneTimeToken("sign_in", token);
  if (!link) return null;
  return { isNew: link.memberId === null };
}

async function knownMember(tx: Tx, email: string): Promise<SignedIn["member"] | null> {
  const [member] = await tx
    .select({ id: members.id, role: members.role, locale: members.locale, deactivatedAt: members.deactivatedAt })
    .from(members)
    .where(eq(members.email, email))
    .for("update");
  if (!member) return null;
  if (member.deactivatedAt) throw new Conflict("link_over", "auth.link.over");
  await proveAddress(tx, member.id);
  return { id: member.id, role: member.role, locale: member.locale };
}

async function newMember(tx: Tx, link: { email: string; locale: Locale }, input: unknown): Promise<SignedIn["member"]> {
  const { displayName } = parseInput(nameInput, input);
  const { email, locale } = link;
  const id = await insertMember(tx, { displayName, email, emailVerifiedAt: now(), role: "member", locale });
  if (id === null) throw new Conflict("link_over", "auth.link.over");
  await recordAudit(tx, { kind: "member", id }, "member.signed_up", { kind: "member", id }, { way: "link" });
  return { id, role: "member", locale };
}
