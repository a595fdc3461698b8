import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { categories } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput } from "@/lib/platform/errors";
import { closeAsDuplicate } from "./close-as-duplicate";
import { getThread } from "./get-thread";
import { lockThread } from "./lock-thread";
import { moveThread } from "./move-thread";
import { pinThread } from "./pin-thread";
import { setMeToo } from "./set-me-too";
import { setSubscription } from "./set-subscription";

testDatabase();

let asker: Member;
let reader: Member;
let expert: Member;
let agent: Member;
let manager: Member;
let washing: { id: number };
let coffee: { id: number };
let id: number;

beforeAll(async () => {
  washing = await makeCategory({ slug: "washing" });
  coffee = await makeCategory({ slug: "coffee" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
  asker = await makeMember();
  reader = await makeMember();
  expert = await makeMember({ role: "expert", expertIn: [washing.id] });
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

beforeEach(async () => {
  id = (await makeThread(asker, { category: "washing" })).id;
});

const view = () => getThread(visitor, { id });

describe("lockThread", () => {
  test("staff lock and unlock; repeating it changes nothing", async () => {
    await lockThread(agent, { id, locked: true, reason: "Heated" });
    await lockThread(agent, { id, locked: true, reason: "Heated" });
    expect(await view()).toMatchObject({ locked: true, lockedReason: "Heated" });
    await lockThread(agent, { id, locked: false });
    expect(await view()).toMatchObject({ locked: false, lockedReason: null });
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.locked", "thread.unlocked"]);
    expect(await jobsNamed("thread.locked")).toContainEqual({ threadId: id, reason: "Heated" });
  });

  test("refuses everybody else and bad input", async () => {
    for (const mayNot of [asker, expert, visitor]) {
      await expect(lockThread(mayNot, { id, locked: true, reason: "Heated" })).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(lockThread(agent, { id })).rejects.toBeInstanceOf(InvalidInput);
    await expect(lockThread(agent, { id, locked: true, reason: " " })).rejects.toMatchObject({ fields: { reason: { key: "error.required" } } });
  });
});

describe("pinThread", () => {
  test("managers pin, agents don't", async () => {
    await expect(pinThread(agent, { id, pinned: true })).rejects.toBeInstanceOf(Forbidden);
    await pinThread(manager, { id, pinned: true });
    expect((await view())?.pinned).toBe(true);
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.pinned"]);
  });
});

describe("closeAsDuplicate", () => {
  test("points at the original, never at another duplicate, and can be undone", async () => {
    const [first, second] = [await makeThread(asker, { category: "washing" }), await makeThread(asker, { category: "washing" })];
    await closeAsDuplicate(expert, { id: second.id, duplicateOf: first.id });
    await closeAsDuplicate(agent, { id, duplicateOf: second.id });
    expect(await view()).toMatchObject({ duplicateOf: { id: first.id }, closed: { reason: "duplicate" }, can: { answer: false } });
    await closeAsDuplicate(agent, { id, duplicateOf: null });
    expect(await view()).toMatchObject({ duplicateOf: null, closed: null });
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.closed", "thread.reopened"]);
    expect(await jobsNamed("thread.closed")).toContainEqual({ threadId: id, duplicateOf: first.id });
  });

  test("refuses circles, itself, what is not there and members", async () => {
    const other = await makeThread(asker, { category: "washing" });
    await closeAsDuplicate(agent, { id: other.id, duplicateOf: id });
    for (const duplicateOf of [id, other.id, 999_999]) {
      await expect(closeAsDuplicate(agent, { id, duplicateOf })).rejects.toBeInstanceOf(InvalidInput);
    }
    await expect(closeAsDuplicate(asker, { id, duplicateOf: other.id })).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("moveThread", () => {
  test("takes the thread and its count along", async () => {
    const count = async (category: { id: number }) =>
      (await db.select().from(categories).where(eq(categories.id, category.id)))[0]?.threadCount ?? 0;
    const before = [await count(washing), await count(coffee)];
    await moveThread(expert, { id, category: "coffee" });
    expect((await view())?.category.slug).toBe("coffee");
    expect([await count(washing), await count(coffee)]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1]);
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.moved"]);
    expect(await jobsNamed("thread.moved")).toContainEqual({ threadId: id, from: washing.id, to: coffee.id });
  });

  test("refuses members, and categories the mover can't see", async () => {
    await expect(moveThread(asker, { id, category: "coffee" })).rejects.toBeInstanceOf(Forbidden);
    await expect(moveThread(expert, { id, category: "staff-room" })).rejects.toBeInstanceOf(InvalidInput);
    await moveThread(agent, { id, category: "staff-room" });
    expect(await view()).toBeNull();
  });
});

describe("setMeToo and setSubscription", () => {
  test("count each member once, also when clicked many times at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => setMeToo(reader, { id, on: true })));
    expect(await view()).toMatchObject({ meTooCount: 1, followerCount: 2 });
    expect(await setMeToo(reader, { id, on: false })).toEqual({ on: false, meTooCount: 0 });
    expect(await setSubscription(reader, { id, on: false })).toEqual({ on: false, followerCount: 1 });
    expect(await setSubscription(reader, { id, on: false })).toEqual({ on: false, followerCount: 1 });
    expect(await setSubscription(reader, { id, on: true })).toEqual({ on: true, followerCount: 2 });
    expect(await auditOf("thread", id)).toEqual([
      "thread.posted",
      "thread.me_too",
      "thread.me_too_off",
      "thread.unfollowed",
      "thread.followed",
    ]);
  });

  test("refuse visitors, and askers who have it anyway", async () => {
    await expect(setMeToo(visitor, { id, on: true })).rejects.toBeInstanceOf(Forbidden);
    await expect(setMeToo(asker, { id, on: true })).rejects.toBeInstanceOf(Forbidden);
    await expect(setMeToo(reader, { id, on: "yes" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(setSubscription(visitor, { id, on: true })).rejects.toBeInstanceOf(Forbidden);
  });
});
