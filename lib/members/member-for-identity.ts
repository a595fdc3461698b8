import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { accounts, members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Actor } from "./actor";
import { displayNameInput, emailInput } from "./input";
import { insertMember } from "./insert-member";

/** What an outside provider says about a person. */
export type Identity = {
  provider: string;
  subject: string;
  email?: string | null;
  /** Only the provider's own word counts, never the mere presence of an address. */
  isEmailVerified: boolean;
  name?: string | null;
  locale: Locale;
};
/** Why an outside account does not open one here. */
export type IdentityRefusal = "unverified" | "unproved" | "deactivated";
export type IdentityResult = { memberId: number } | { refused: IdentityRefusal };

/**
 * The member behind an outside account: the one it belongs to already; else the one with the same address if both
 * the provider and we have seen it proved; else a new one. Anything less could hand an account to a stranger.
 */
export async function memberForIdentity(actor: Actor, identity: Identity, outer?: Tx): Promise<IdentityResult> {
  const { provider, subject } = identity;
  return inTransaction(async (tx) => {
    const [known] = await tx
      .select({ id: members.id, deactivatedAt: members.deactivatedAt })
      .from(accounts)
      .innerJoin(members, eq(members.id, accounts.memberId))
      .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, subject)));
    if (known) return known.deactivatedAt ? { refused: "deactivated" } : { memberId: known.id };
    const email = emailInput.safeParse(identity.email ?? undefined);
    if (!email.success || !identity.isEmailVerified) return { refused: "unverified" };
    const found = await memberWithAddress(tx, email.data, identity);
    if (typeof found === "string") return { refused: found };
    await tx.insert(accounts).values({ provider, providerAccountId: subject, memberId: found, createdAt: now() });
    await recordAudit(tx, actor, "member.identity_linked", { kind: "member", id: found }, { provider });
    return { memberId: found };
  }, outer);
}

async function memberWithAddress(tx: Tx, email: string, identity: Identity): Promise<number | IdentityRefusal> {
  const displayName = displayNameInput.safeParse(identity.name ?? undefined).data ?? nameFrom(email);
  const emailVerifiedAt = now();
  const created = await insertMember(tx, { displayName, email, emailVerifiedAt, role: "member", locale: identity.locale });
  if (created !== null) {
    await recordAudit(tx, { kind: "member", id: created }, "member.signed_up", { kind: "member", id: created }, { way: identity.provider });
    return created;
  }
  const [member] = await tx
    .select({ id: members.id, verifiedAt: members.emailVerifiedAt, deactivatedAt: members.deactivatedAt })
    .from(members)
    .where(eq(members.email, email))
    .for("update");
  if (!member || member.deactivatedAt) return "deactivated";
  return member.verifiedAt ? member.id : "unproved";
}

/** The provider gave no name: the part before the @, which the member can change. */
function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? "").split(/[._+-]+/).filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return displayNameInput.safeParse(name).data ?? "Member";
}
