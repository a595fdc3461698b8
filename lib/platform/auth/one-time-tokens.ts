import { and, eq, gt, lt } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { oneTimeTokens } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { hashSecret, newSecret } from "./secret-token";

export type OneTimePurpose = "sign_in" | "reset_password" | "verify_email";
export type OneTimeToken = { email: string; memberId: number | null; locale: Locale; returnTo: string };

/** Minutes. Confirming an address gives nobody access, and an unproven one gets a letter a day at most. */
const lifetimes: Record<OneTimePurpose, number> = { sign_in: 30, reset_password: 30, verify_email: 24 * 60 };

/** Makes what a mailed link carries. Only its hash is stored. */
export async function createOneTimeToken(
  tx: Tx,
  purpose: OneTimePurpose,
  about: { email: string; memberId?: number | null; locale: Locale; returnTo?: string },
): Promise<string> {
  const token = newSecret();
  const createdAt = now();
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.email, about.email), lt(oneTimeTokens.expiresAt, createdAt)));
  await tx.insert(oneTimeTokens).values({
    tokenHash: hashSecret(token),
    purpose,
    email: about.email,
    memberId: about.memberId ?? null,
    locale: about.locale,
    returnTo: about.returnTo ?? "/",
    createdAt,
    expiresAt: new Date(createdAt.getTime() + lifetimes[purpose] * 60_000),
  });
  return token;
}

/** Takes the token out of the world and says what it was for; null when it was used, is over, or never was. */
export async function consumeOneTimeToken(tx: Tx, purpose: OneTimePurpose, token: string): Promise<OneTimeToken | null> {
  const [used] = await tx
    .delete(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, hashSecret(token)), eq(oneTimeTokens.purpose, purpose), gt(oneTimeTokens.expiresAt, now())))
    .returning(columns);
  return used ?? null;
}

/** Looks without using it up, so that the page behind a link can say at once that it is too late. */
export async function getOneTimeToken(purpose: OneTimePurpose, token: string): Promise<OneTimeToken | null> {
  const [found] = await db
    .select(columns)
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, hashSecret(token)), eq(oneTimeTokens.purpose, purpose), gt(oneTimeTokens.expiresAt, now())));
  return found ?? null;
}

/** After one has been used, its siblings for the same purpose are worthless. */
export async function dropOneTimeTokens(tx: Tx, purpose: OneTimePurpose, email: string): Promise<void> {
  await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.purpose, purpose), eq(oneTimeTokens.email, email)));
}

const columns = {
  email: oneTimeTokens.email,
  memberId: oneTimeTokens.memberId,
  locale: oneTimeTokens.locale,
  returnTo: oneTimeTokens.returnTo,
};
