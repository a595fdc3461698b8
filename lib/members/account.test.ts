import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countQueries, db, inTransaction } from "@/db/client";
import { accessTokens, auditLog, departmentMembers, expertTopics, members } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeDepartment, makeMember } from "@/db/testing/factories";
import { actorFromAccessToken } from "@/lib/platform/auth/actor-from-access-token";
import { actorFromSession } from "@/lib/platform/auth/actor-from-session";
import { createSession } from "@/lib/platform/auth/create-session";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { setClock } from "@/lib/platform/clock";
import { hashPassword } from "@/lib/platform/passwords";
import { system, visitor } from "./actor";
import { changePassword } from "./change-password";
import { createAccessToken } from "./create-access-token";
import { endOtherSessions, endSession } from "./end-session";
import { findMembers } from "./find-members";
import { getAccount } from "./get-account";
import { getProfile } from "./get-profile";
import { listAccessTokens } from "./list-access-tokens";
import { listSessions } from "./list-sessions";
import { memberForIdentity } from "./member-for-identity";
import { revokeAccessToken } from "./revoke-access-token";
import { saveMember } from "./save-member";
import { setExpertTopics } from "./set-expert-topics";
import { setRole } from "./set-role";
import { signOut } from "./sign-out";
import { updateProfile } from "./update-profile";

testDatabase();

const device = { address: "192.0.2.1", userAgent: "" };
const sessionOf = (id: number) => inTransaction((tx) => createSession(tx, id));
const audited = async (action: string, id: number) =>
  (await db.select().from(auditLog).where(and(eq(auditLog.action, action), eq(auditLog.targetId, String(id))))).length;

describe("a session", () => {
  it("tells everything about its member in one query", async () => {
    const category = await makeCategory();
    const department = await makeDepartment();
    const agent = await makeMember({ role: "agent", expertIn: [category.id], departments: [department.id], locale: "de" });
    const token = await sessionOf(agent.id);
    const { result, queries } = await countQueries(() => actorFromSession(token));
    expect(result).toEqual(agent);
    expect(queries).toBe(1);
    expect(await db.select().from(expertTopics).where(eq(expertTopics.memberId, agent.id))).toHaveLength(1);
    expect(await db.select().from(departmentMembers).where(eq(departmentMembers.memberId, agent.id))).toHaveLength(1);
  });

  it("is nobody's when unknown, and costs nothing when it can't be one", async () => {
    expect(await actorFromSession(undefined)).toEqual(visitor);
    expect((await countQueries(() => actorFromSession("x"))).queries).toBe(0);
    expect(await actorFromSession("x".repeat(43))).toEqual(visitor);
  });

  it("lasts 30 days for members and 7 for staff, however much it is used", async () => {
    const day = 24 * 3600_000;
    const tokens = [await sessionOf((await makeMember()).id), await sessionOf((await makeMember({ role: "agent" })).id)];
    const kinds = async () => (await Promise.all(tokens.map((token) => actorFromSession(token)))).map(({ kind }) => kind);
    setClock(new Date(Date.now() + 6.9 * day));
    expect(await kinds()).toEqual(["member", "member"]);
    setClock(new Date(Date.now() + 7.1 * day));
    expect(await kinds()).toEqual(["member", "visitor"]);
    setClock(new Date(Date.now() + 30.1 * day));
    expect(await kinds()).toEqual(["visitor", "visitor"]);
    setClock(null);
  });

  it("ends at once: by signing out, from the list, everywhere else", async () => {
    const member = await makeMember();
    const other = await makeMember();
    const [one = "", two = "", three = "", four = ""] = await Promise.all([1, 2, 3, 4].map(() => sessionOf(member.id)));
    const all = await listSessions(member, { current: hashSecret(two) });
    expect(all).toHaveLength(4);
    expect(all[0]).toMatchObject({ id: hashSecret(two), isThis: true });
    await signOut(member, { ...device, session: hashSecret(one) });
    await expect(endSession(other, { session: hashSecret(three) })).rejects.toMatchObject({ code: "not_found" });
    await endSession(member, { session: hashSecret(three) });
    await expect(endSession(member, { session: hashSecret(three) })).rejects.toMatchObject({ code: "not_found" });
    expect(await endOtherSessions(member, hashSecret(two))).toEqual({ ended: 1 });
    const left = await Promise.all([one, two, three, four].map((token) => actorFromSession(token)));
    expect(left.map(({ kind }) => kind)).toEqual(["visitor", "member", "visitor", "visitor"]);
    expect(await audited("member.sessions_ended", member.id)).toBe(1);
  });
});

describe("changing the password", () => {
  it("needs the current one, ends every session and opens a new one", async () => {
    const member = await makeMember();
    await db.update(members).set({ passwordHash: await hashPassword("The old password, long") }).where(eq(members.id, member.id));
    const before = await sessionOf(member.id);
    const password = "A quite new password";
    await expect(changePassword(visitor, { current: "", password }, device)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePassword(member, { current: "wrong", password }, device)).rejects.toMatchObject({ fields: { current: {} } });
    await expect(changePassword(member, { current: "The old password, long", password: "x" }, device)).rejects.toMatchObject({ fields: { password: {} } });
    expect(await actorFromSession(before)).toMatchObject({ id: member.id });
    const { token } = await changePassword(member, { current: "The old password, long", password }, device);
    expect(await actorFromSession(before)).toEqual(visitor);
    expect(await actorFromSession(token)).toMatchObject({ id: member.id });
    expect(await getAccount(member)).toMatchObject({ hasPassword: true });
  });
});

describe("an access token", () => {
  it("is shown once, acts as its owner and stops when revoked", async () => {
    const member = await makeMember();
    const { id, token } = await createAccessToken(member, { name: "Backup script" });
    expect(token).toMatch(/^kdg_[a-z0-9]{8}_[\w-]{43}_[0-9a-f]{6}$/);
    expect(await actorFromAccessToken(`Bearer ${token}`)).toMatchObject({ kind: "member", id: member.id });
    const [row] = await db.select().from(accessTokens).where(eq(accessTokens.id, id));
    expect(JSON.stringify(row)).not.toContain(token.slice(13, 56));
    expect(await listAccessTokens(member)).toMatchObject([{ id, name: "Backup script" }]);
    const other = await makeMember();
    await expect(revokeAccessToken(other, { id })).rejects.toMatchObject({ code: "not_found" });
    await revokeAccessToken(member, { id });
    expect(await actorFromAccessToken(`Bearer ${token}`)).toEqual(visitor);
    expect(await listAccessTokens(member)).toEqual([]);
  });

  it("is nobody's when a sign of it is wrong, when it ran out, or when its owner left", async () => {
    const member = await makeMember();
    const { token } = await createAccessToken(member, { name: "x", days: 30 });
    const swapped = (place: number) => token.slice(0, place) + (token[place] === "a" ? "b" : "a") + token.slice(place + 1);
    for (const wrong of [swapped(5), swapped(20), swapped(60), token.slice(0, -1), "", "Bearer", `${token}x`]) {
      expect(await actorFromAccessToken(wrong)).toEqual(visitor);
    }
    setClock(new Date(Date.now() + 31 * 24 * 3600_000));
    expect(await actorFromAccessToken(token)).toEqual(visitor);
    setClock(null);
    expect(await actorFromAccessToken(token)).toMatchObject({ id: member.id });
    await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, member.id));
    expect(await actorFromAccessToken(token)).toEqual(visitor);
  });

  it("is not made for visitors, without a name, or while suspended", async () => {
    const paused = await makeMember({ suspendedUntil: new Date(Date.now() + 1e9) });
    await expect(createAccessToken(visitor, { name: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createAccessToken(paused, { name: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createAccessToken(await makeMember(), { name: " " })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("roles and topics", () => {
  it("are given by admins; the member is signed out and comes back as someone else", async () => {
    const admin = await makeMember({ role: "admin" });
    const manager = await makeMember({ role: "manager" });
    const member = await makeMember();
    const token = await sessionOf(member.id);
    await expect(setRole(manager, { memberId: member.id, role: "admin" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setRole(member, { memberId: member.id, role: "admin" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setRole(admin, { memberId: admin.id, role: "member" })).rejects.toMatchObject({ code: "own_role" });
    await expect(setRole(admin, { memberId: member.id, role: "king" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(setRole(admin, { memberId: 999_999, role: "agent" })).rejects.toMatchObject({ code: "not_found" });
    await setRole(admin, { memberId: member.id, role: "agent" });
    expect(await actorFromSession(token)).toEqual(visitor);
    expect(await actorFromSession(await sessionOf(member.id))).toMatchObject({ role: "agent" });
    expect(await audited("member.role_set", member.id)).toBe(1);
  });

  it("make experts where a manager says so", async () => {
    const manager = await makeMember({ role: "manager" });
    const member = await makeMember({ role: "expert" });
    const hidden = await makeCategory({ audience: "staff" });
    const [one, two] = [await makeCategory({ nameEn: "Washing" }), await makeCategory()];
    await expect(setExpertTopics(member, { memberId: member.id, categoryIds: [one.id] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setExpertTopics(manager, { memberId: member.id, categoryIds: [999_999] })).rejects.toMatchObject({ code: "invalid_input" });
    await setExpertTopics(manager, { memberId: member.id, categoryIds: [one.id, two.id, hidden.id, one.id] });
    expect(await actorFromSession(await sessionOf(member.id))).toMatchObject({ expertIn: expect.arrayContaining([one.id, two.id, hidden.id]) });
    const profile = await getProfile(visitor, member.name);
    expect(profile?.expertIn.map(({ slug }) => slug).sort()).toEqual([one.slug, two.slug].sort());
    await setExpertTopics(manager, { memberId: member.id, categoryIds: [] });
    expect((await getProfile(visitor, member.name))?.expertIn).toEqual([]);
  });
});

describe("a profile", () => {
  it("is changed by its owner and shows nothing private", async () => {
    const member = await makeMember();
    const change = { displayName: "New Name", bio: "Two\n\nparagraphs.", locale: "de", mailNotifications: false };
    await expect(updateProfile(visitor, change)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateProfile(member, { ...change, displayName: "" })).rejects.toMatchObject({ code: "invalid_input" });
    await updateProfile(member, change);
    expect(await getAccount(member)).toMatchObject({ displayName: "New Name", locale: "de", mailNotifications: false });
    const profile = await getProfile(visitor, member.name);
    expect(profile).toMatchObject({ displayName: "New Name", bio: "Two\n\nparagraphs." });
    expect(JSON.stringify(profile)).not.toMatch(/example\.test|argon2|email/i);
    const jobs = await db.execute("select 1 from graphile_worker.jobs where task_identifier = 'member.renamed'");
    expect(jobs.rows).toHaveLength(1);
  });

  it("is not there for unknown and closed accounts", async () => {
    const member = await makeMember();
    await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, member.id));
    expect(await getProfile(visitor, member.name)).toBeNull();
    expect(await getProfile(visitor, "no-such-name")).toBeNull();
  });
});

describe("findMembers", () => {
  it("finds by handle and by any of the names, the handle first", async () => {
    const member = await makeMember({ name: "zed-quill", displayName: "Zed Quill" });
    await makeMember({ name: "other-one", displayName: "Maria Zedler" });
    expect((await findMembers(member, "zed")).map(({ name }) => name)).toEqual(["zed-quill", "other-one"]);
    expect(await findMembers(member, "%")).toEqual([]);
    expect(await findMembers(member, " ")).toEqual([]);
    await expect(findMembers(visitor, "zed")).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("saveMember", () => {
  it("makes the account the first time and brings it up to date the second", async () => {
    const input = { email: "Agent@Example.com", displayName: "Deniz Aydın", role: "agent", password: "anything at all" };
    await expect(saveMember(await makeMember({ role: "manager" }), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await saveMember(system("cli"), input)).toMatchObject({ created: true, name: "deniz-aydin" });
    expect(await saveMember(system("cli"), { ...input, password: undefined })).toMatchObject({ created: false, changed: [] });
    const again = await saveMember(system("cli"), { ...input, displayName: "Deniz A.", role: "manager" });
    expect(again).toMatchObject({ created: false, changed: ["name", "role", "password"], name: "deniz-aydin" });
    const [row] = await db.select().from(members).where(eq(members.id, again.id));
    expect(row).toMatchObject({ email: "agent@example.com", role: "manager", displayName: "Deniz A." });
  });
});

describe("an outside account", () => {
  const identity = (more: Record<string, unknown> = {}) => ({
    ...{ provider: "oidc", subject: "s-1", email: "outside@example.com", isEmailVerified: true, name: "Out Side", locale: "en" as const },
    ...more,
  });

  it("makes a member once and finds it again, also after the address changed there", async () => {
    const first = await memberForIdentity(visitor, identity());
    expect(first).toMatchObject({ memberId: expect.any(Number) });
    expect(await memberForIdentity(visitor, identity({ email: "changed@example.com", isEmailVerified: false }))).toEqual(first);
  });

  it("opens an existing account only when both sides saw the address proved", async () => {
    const proved = await makeMember({ email: "proved@example.com" });
    const unproved = await makeMember({ email: "unproved@example.com" });
    await db.update(members).set({ emailVerifiedAt: null }).where(eq(members.id, unproved.id));
    const ask = (more: Record<string, unknown>) => memberForIdentity(visitor, identity(more));
    expect(await ask({ subject: "s-2", email: "proved@example.com", isEmailVerified: false })).toEqual({ refused: "unverified" });
    expect(await ask({ subject: "s-2", email: null })).toEqual({ refused: "unverified" });
    expect(await ask({ subject: "s-3", email: "unproved@example.com" })).toEqual({ refused: "unproved" });
    expect(await ask({ subject: "s-4", email: "PROVED@example.com" })).toEqual({ memberId: proved.id });
    await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, proved.id));
    expect(await ask({ subject: "s-4", email: "proved@example.com" })).toEqual({ refused: "deactivated" });
  });

  it("gets a name of its own when the provider gives none", async () => {
    const made = await memberForIdentity(visitor, identity({ subject: "s-9", email: "anna.berg@example.com", name: null }));
    const [row] = await db.select().from(members).where(eq(members.id, "memberId" in made ? made.memberId : 0));
    expect(row?.displayName).toBe("Anna Berg");
  });
});
