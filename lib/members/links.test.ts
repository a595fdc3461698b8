import { and, desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/db/client";
import { accessTokens, mails, members, oneTimeTokens, sessions } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { actorFromSession } from "@/lib/platform/auth/actor-from-session";
import { createSession } from "@/lib/platform/auth/create-session";
import { setClock } from "@/lib/platform/clock";
import { hashPassword } from "@/lib/platform/passwords";
import { pool } from "@/db/client";
import { visitor } from "./actor";
import { requestPasswordReset } from "./request-password-reset";
import { requestSignInLink } from "./request-sign-in-link";
import { resetPassword } from "./reset-password";
import { getSignInLink, signInWithLink } from "./sign-in-with-link";
import { verifyEmail } from "./verify-email";
import { sendVerification } from "./send-verification";
import { createAccessToken } from "./create-access-token";
import { getMemberByEmail } from "./get-member-by-email";

testDatabase();

let count = 0;
const device = () => ({ address: `192.0.2.${++count}`, userAgent: "" });
const newAddress = () => `anna${++count}@example.com`;

beforeEach(() => setClock(null));

async function member(verified = true): Promise<{ id: number; email: string }> {
  const email = newAddress();
  const [row] = await db
    .insert(members)
    .values({ name: `m${++count}`, displayName: "Anna", email, emailVerifiedAt: verified ? new Date() : null, passwordHash: await hashPassword("The old password, long") })
    .returning({ id: members.id });
  return { id: row?.id ?? 0, email };
}

/** The link of the newest letter, as its reader would find it. */
async function mailedToken(email: string, kind: string): Promise<string> {
  const [letter] = await db.select().from(mails).where(and(eq(mails.toAddress, email), eq(mails.kind, kind))).orderBy(desc(mails.id));
  return /token=([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";
}

async function linkFor(email: string, returnTo = "/ask"): Promise<string> {
  await requestSignInLink(visitor, { email, locale: "en", returnTo }, device());
  return mailedToken(email, "sign_in_link");
}

describe("a sign-in link", () => {
  it("signs in once, and looking at its page uses nothing up", async () => {
    const { id, email } = await member();
    const token = await linkFor(email);
    expect(await getSignInLink(token)).toEqual({ isNew: false });
    expect(await getSignInLink(token)).toEqual({ isNew: false });
    const signedIn = await signInWithLink(visitor, { token }, device());
    expect(signedIn).toMatchObject({ member: { id }, returnTo: "/ask" });
    expect(await actorFromSession(signedIn.token)).toMatchObject({ id });
    await expect(signInWithLink(visitor, { token }, device())).rejects.toMatchObject({ code: "link_over" });
    expect(await getSignInLink(token)).toBeNull();
  });

  it("works once also when pressed twice at the same moment", async () => {
    const { email } = await member();
    const token = await linkFor(email);
    const both = await Promise.allSettled([1, 2].map(() => signInWithLink(visitor, { token }, device())));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("makes an account for a new address, with the chosen name and a proved address", async () => {
    const email = newAddress();
    const token = await linkFor(email);
    expect(await getSignInLink(token)).toEqual({ isNew: true });
    await expect(signInWithLink(visitor, { token, displayName: " " }, device())).rejects.toMatchObject({ code: "invalid_input" });
    const signedIn = await signInWithLink(visitor, { token, displayName: "Anna Berg" }, device());
    const [row] = await db.select().from(members).where(eq(members.id, signedIn.member.id));
    expect(row).toMatchObject({ email, displayName: "Anna Berg", name: "anna-berg" });
    expect(row?.emailVerifiedAt).not.toBeNull();
  });

  it("is over after half an hour, and worthless for another purpose", async () => {
    const { email } = await member();
    const token = await linkFor(email);
    await expect(resetPassword(visitor, { token, password: "A quite new password" }, device())).rejects.toMatchObject({ code: "link_over" });
    setClock(new Date(Date.now() + 31 * 60_000));
    expect(await getSignInLink(token)).toBeNull();
    await expect(signInWithLink(visitor, { token }, device())).rejects.toMatchObject({ code: "link_over" });
  });

  it("locks out whoever made the account with an address that was not theirs", async () => {
    const { id, email } = await member(false);
    const attackers = await inTransaction((tx) => createSession(tx, id));
    const owner = await getMemberByEmail(email);
    if (!owner) throw new Error("no member");
    await createAccessToken(owner, { name: "left behind" });
    const signedIn = await signInWithLink(visitor, { token: await linkFor(email) }, device());
    expect(await actorFromSession(attackers)).toEqual(visitor);
    expect(await actorFromSession(signedIn.token)).toMatchObject({ id });
    const [row] = await db.select().from(members).where(eq(members.id, id));
    expect(row?.passwordHash).toBeNull();
    const [left] = await db.select().from(accessTokens).where(eq(accessTokens.memberId, id));
    expect(left?.revokedAt).not.toBeNull();
  });

  it("is stored as a hash, and leads only into this site", async () => {
    const { email } = await member();
    const token = await linkFor(email, "https://evil.example/");
    const rows = await db.select().from(oneTimeTokens).where(eq(oneTimeTokens.email, email));
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]?.returnTo).toBe("/");
  });

  it("goes out at most once a day to an address nobody proved", async () => {
    const email = newAddress();
    for (const spelled of [email, email.toUpperCase(), email.replace("@", "+tag@")]) {
      await requestSignInLink(visitor, { email: spelled, locale: "en", returnTo: "/" }, device());
    }
    const { rows } = await pool().query("select 1 from mails where to_address like $1", [`${email.split("@")[0]}%`]);
    expect(rows).toHaveLength(1);
  });
});

describe("a password reset", () => {
  it("sets the password once, signs out everywhere else and tells the owner", async () => {
    const { id, email } = await member();
    const elsewhere = await inTransaction((tx) => createSession(tx, id));
    await requestPasswordReset(visitor, { email, locale: "de" }, device());
    const first = await mailedToken(email, "reset_password");
    await requestPasswordReset(visitor, { email, locale: "de" }, device());
    const second = await mailedToken(email, "reset_password");
    await expect(resetPassword(visitor, { token: second, password: "short" }, device())).rejects.toMatchObject({ code: "invalid_input" });
    const signedIn = await resetPassword(visitor, { token: second, password: "A quite new password" }, device());
    expect(await actorFromSession(elsewhere)).toEqual(visitor);
    expect(await actorFromSession(signedIn.token)).toMatchObject({ id });
    for (const token of [first, second]) {
      await expect(resetPassword(visitor, { token, password: "A third new password" }, device())).rejects.toMatchObject({ code: "link_over" });
    }
    expect(await db.select().from(mails).where(and(eq(mails.toAddress, email), eq(mails.kind, "password_changed")))).toHaveLength(1);
    expect(await db.select().from(sessions).where(eq(sessions.memberId, id))).toHaveLength(1);
  });

  it("says nothing and writes nothing to an unknown address", async () => {
    const email = newAddress();
    await requestPasswordReset(visitor, { email, locale: "en" }, device());
    expect(await db.select().from(mails).where(eq(mails.toAddress, email))).toHaveLength(0);
  });
});

describe("confirming an address", () => {
  it("is only for the one signed in to that account", async () => {
    const { id, email } = await member(false);
    const other = await member();
    await inTransaction((tx) => sendVerification(tx, { id, email, locale: "en", returnTo: "/ask" }));
    const token = await mailedToken(email, "verify_email");
    const stranger = await getMemberByEmail(other.email);
    const owner = await getMemberByEmail(email);
    if (!stranger || !owner) throw new Error("no members");
    await expect(verifyEmail(visitor, { token })).rejects.toMatchObject({ code: "forbidden" });
    await expect(verifyEmail(stranger, { token })).rejects.toMatchObject({ code: "forbidden" });
    await expect(verifyEmail(owner, { token: "nonsense" })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await verifyEmail(owner, { token })).toEqual({ returnTo: "/ask" });
    await expect(verifyEmail(owner, { token })).rejects.toMatchObject({ code: "link_over" });
    const [row] = await db.select().from(members).where(eq(members.id, id));
    expect(row?.emailVerifiedAt).not.toBeNull();
  });
});
