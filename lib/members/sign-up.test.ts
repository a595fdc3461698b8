import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, mails, members, sessions } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { actorFromSession } from "@/lib/platform/auth/actor-from-session";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { InvalidInput } from "@/lib/platform/errors";
import { visitor } from "./actor";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

testDatabase();

let count = 0;
const device = () => ({ address: `192.0.2.${++count}`, userAgent: "Firefox on Linux" });
const wishes = (more: Record<string, unknown> = {}) => ({
  displayName: "Jörg Weiß",
  email: `joerg${++count}@example.com`,
  password: "Seven quiet tumble dryers",
  locale: "de",
  returnTo: "/de/ask",
  ...more,
});

describe("signUp", () => {
  it("makes a member with a handle of their own, signs in and asks to confirm the address", async () => {
    const input = wishes();
    const signedIn = await signUp(visitor, input, device());
    const actor = await actorFromSession(signedIn?.token);
    expect(actor).toMatchObject({ kind: "member", name: "joerg-weiss", displayName: "Jörg Weiß", role: "member", locale: "de", trust: "new" });
    const [row] = await db.select().from(members).where(eq(members.email, input.email));
    expect(row?.emailVerifiedAt).toBeNull();
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
    const [letter] = await db.select().from(mails).where(eq(mails.toAddress, input.email));
    expect(letter).toMatchObject({ kind: "verify_email", locale: "de", state: "queued" });
    expect(letter?.text).toContain("/de/me/verify?token=");
    // Whoever typed this address may not be its owner: nothing they wrote goes there.
    expect(letter?.text).not.toContain("Jörg");
    const written = await db.select().from(auditLog).where(eq(auditLog.targetId, String(row?.id)));
    expect(written.map(({ action }) => action)).toEqual(expect.arrayContaining(["member.signed_up", "member.signed_in"]));
  });

  it("keeps only a hash of the session", async () => {
    const signedIn = await signUp(visitor, wishes(), device());
    const token = signedIn?.token ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await db.select().from(sessions).where(eq(sessions.tokenHash, hashSecret(token)));
    expect(row?.userAgent).toBe("Firefox on Linux");
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("finds the next free handle, also when two of a name come at the same moment", async () => {
    const both = await Promise.all([1, 2, 3].map(() => signUp(visitor, wishes({ displayName: "Twin Person" }), device())));
    const actors = await Promise.all(both.map((signedIn) => actorFromSession(signedIn?.token)));
    const names = actors.map((actor) => (actor.kind === "member" ? actor.name : ""));
    expect(names.sort()).toEqual(["twin-person", "twin-person-2", "twin-person-3"]);
  });

  it("tells the owner of a known address, not the one who asks, and changes nothing", async () => {
    const input = wishes();
    await signUp(visitor, input, device());
    await db.delete(mails);
    // The first letter used up what an unproved address gets in a day, whatever spelling is tried.
    expect(await signUp(visitor, { ...input, displayName: "Somebody else" }, device())).toBeNull();
    expect(await db.select().from(mails)).toHaveLength(0);
    const rows = await db.select().from(members).where(eq(members.email, input.email));
    expect(rows.map(({ displayName }) => displayName)).toEqual(["Jörg Weiß"]);
  });

  it("writes to the owner of a known address once a day", async () => {
    const email = "known@example.com";
    await db.insert(members).values({ name: "known", displayName: "Known", email });
    expect(await signUp(visitor, wishes({ email: "KNOWN@Example.com" }), device())).toBeNull();
    expect(await signUp(visitor, wishes({ email }), device())).toBeNull();
    const letters = await db.select().from(mails).where(and(eq(mails.toAddress, email), eq(mails.kind, "account_exists")));
    expect(letters).toHaveLength(1);
  });

  it.each([
    ["email", { email: "not an address" }],
    ["email", { email: "a@b.example, c@d.example" }],
    ["displayName", { displayName: " \u202e " }],
    ["displayName", { displayName: "x" }],
    ["password", { password: "short" }],
    ["password", { password: "Nordhang123456" }],
    ["locale", { locale: "fr" }],
  ])("refuses a wrong %s", async (field, wrong) => {
    const input = wishes(wrong);
    const refusal = await signUp(visitor, input, device()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect(Object.keys((refusal as InvalidInput).fields)).toContain(field);
    expect(await db.select().from(members).where(eq(members.email, String(input.email)))).toHaveLength(0);
  });

  it("lets ten join from one address in an hour", async () => {
    const from = { address: "198.51.100.7", userAgent: "" };
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => signUp(visitor, wishes(), from)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });
});

describe("signIn", () => {
  it("gives each sign-in a new session and ends the one the browser came with", async () => {
    const input = wishes();
    const first = await signUp(visitor, input, device());
    const again = await signIn(visitor, { email: input.email.toUpperCase(), password: input.password }, { ...device(), session: hashSecret(first?.token ?? "") });
    expect(again.token).not.toBe(first?.token);
    expect(await actorFromSession(first?.token)).toEqual(visitor);
    expect(await actorFromSession(again.token)).toMatchObject({ kind: "member", id: first?.member.id });
  });

  it("says the same to a wrong password, an unknown address, an account without password and a closed one", async () => {
    const input = wishes();
    const signedIn = await signUp(visitor, input, device());
    const noPassword = wishes();
    await db.insert(members).values({ name: "no-password", displayName: "None", email: noPassword.email });
    const tries = [
      { email: input.email, password: "Some other password" },
      { email: "nobody@example.com", password: input.password },
      { email: noPassword.email, password: input.password },
    ];
    for (const attempt of tries) {
      const refusal = await signIn(visitor, attempt, device()).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ fields: { password: { key: "auth.wrongPassword" } } });
    }
    await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, signedIn?.member.id ?? 0));
    await expect(signIn(visitor, input, device())).rejects.toBeInstanceOf(InvalidInput);
    expect(await actorFromSession(signedIn?.token)).toEqual(visitor);
  });

  it("stops guessing at one account from many addresses, spelled in many ways", async () => {
    const input = wishes();
    await signUp(visitor, input, device());
    const spellings = [input.email, input.email.toUpperCase(), input.email.replace("@", "+x@")];
    const attempts = Array.from({ length: 13 }, (_, index) =>
      signIn(visitor, { email: spellings[index % 3], password: "Some other password" }, device()).catch((error: Error) => error.name),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((name) => name === "InvalidInput")).toHaveLength(10);
    expect(outcomes.filter((name) => name === "TooMany")).toHaveLength(3);
  });

  it("takes as long for nobody as for somebody", async () => {
    const input = wishes();
    await signUp(visitor, input, device());
    // Processor time, so that a busy machine does not make this flaky.
    const timed = async (email: string) => {
      const before = process.cpuUsage();
      for (let turn = 0; turn < 7; turn++) await signIn(visitor, { email, password: "Some other password" }, device()).catch(() => undefined);
      return process.cpuUsage(before).user;
    };
    const known = await timed(input.email);
    const unknown = await timed("nobody-there@example.com");
    // Without the hash of nobody it would be a fiftieth.
    expect(unknown).toBeGreaterThan(known * 0.4);
  });
});
