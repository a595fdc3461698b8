import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { categories, revisions, tags } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { deleteThread } from "./delete-thread";
import { editThread } from "./edit-thread";
import { getThread } from "./get-thread";
import { lockThread } from "./lock-thread";

testDatabase();

let asker: Member;
let stranger: Member;
let agent: Member;
let category: { id: number };
let id: number;

beforeAll(async () => {
  category = await makeCategory({ slug: "washing" });
  asker = await makeMember();
  stranger = await makeMember();
  agent = await makeMember({ role: "agent" });
});

beforeEach(async () => {
  id = (await makeThread(asker, { category: "washing", title: "The first title", body: "First.", tags: ["one", "two"] })).id;
});

const used = async (slug: string) => (await db.select().from(tags).where(eq(tags.slug, slug)))[0]?.threadCount;

describe("editThread", () => {
  test("changes words and tags, keeps the old words, leaves audit, job and outbox row", async () => {
    const [one, three] = [await used("one"), (await used("three")) ?? 0];
    const change = { id, version: 1, title: "The second title", body: "Second.", tags: ["two", "three"] };
    expect(await editThread(asker, change)).toEqual({ id, slug: "the-second-title", version: 2 });
    const view = await getThread(visitor, { id });
    expect(view).toMatchObject({ title: "The second title", body: "Second.", version: 2 });
    expect(view?.tags.map((tag) => tag.slug)).toEqual(["three", "two"]);
    expect([await used("one"), await used("three")]).toEqual([(one ?? 0) - 1, three + 1]);
    const kept = await db.select().from(revisions).where(eq(revisions.targetId, id));
    expect(kept).toMatchObject([{ targetKind: "thread", title: "The first title", body: "First." }]);
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.edited"]);
    expect(await jobsNamed("thread.edited")).toContainEqual({ threadId: id, mentions: [] });
    expect(await searchChanges("thread")).toContain(id);
  });

  test("of two who began with the same version one is told, with the current text", async () => {
    const both = await Promise.allSettled([
      editThread(asker, { id, version: 1, body: "By the asker." }),
      editThread(agent, { id, version: 1, body: "By staff." }),
    ]);
    const refused = both.flatMap((each) => (each.status === "rejected" ? [each.reason as Conflict] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(Conflict);
    expect(refused[0]?.extra.current).toMatchObject({ version: 2, title: "The first title" });
  });

  test("author and staff may, others not; authors not when locked", async () => {
    await expect(editThread(agent, { id, body: "x" })).resolves.toMatchObject({ version: 2 });
    await expect(editThread(stranger, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editThread(visitor, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await lockThread(agent, { id, locked: true, reason: "Heated" });
    await expect(editThread(asker, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
  });

  test("refuses bad words and threads that are not there", async () => {
    await expect(editThread(asker, { id, title: "short" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(editThread(asker, { id, body: "" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(editThread(asker, { id: 999_999, body: "x" })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("deleteThread", () => {
  test("the asker takes back what nobody has answered", async () => {
    const count = async () => (await db.select().from(categories).where(eq(categories.id, category.id)))[0]?.threadCount ?? 0;
    const before = await count();
    await deleteThread(asker, { id });
    expect(await getThread(visitor, { id })).toBeNull();
    expect(await count()).toBe(before - 1);
    expect(await auditOf("thread", id)).toEqual(["thread.posted", "thread.deleted"]);
    expect(await jobsNamed("thread.status")).toContainEqual({ threadId: id, status: "deleted", from: "published", reason: null });
    await expect(deleteThread(asker, { id })).rejects.toBeInstanceOf(NotFound);
  });

  test("with answers only staff may, with a reason", async () => {
    await makeAnswer(stranger, id);
    await expect(deleteThread(asker, { id })).rejects.toMatchObject({ sentence: { key: "error.thread.hasAnswers" } });
    await expect(deleteThread(stranger, { id })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteThread(visitor, { id })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteThread(agent, { id, reason: "Personal data" })).resolves.toEqual({ id });
  });
});
