import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { cases, categories, tags, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput } from "@/lib/platform/errors";
import { changeThreadStatus } from "./change-thread-status";
import { getThread } from "./get-thread";
import { postThread } from "./post-thread";
import { inTransaction } from "@/db/client";

testDatabase();

let asker: Member;
let newcomer: Member;
let agent: Member;
let category: { id: number; slug: string };
const text = { title: "Lenta W7 pumpt nicht ab", body: "Es steht **Wasser** in der Trommel. Wer weiß Rat, @jonas?" };

beforeAll(async () => {
  category = await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
  asker = await makeMember({ locale: "de" });
  newcomer = await makeMember({ trust: "new" });
  agent = await makeMember({ role: "agent" });
});

describe("postThread", () => {
  test("asks a question that is there at once, with audit, jobs, counters and an outbox row", async () => {
    const facts = [{ label: "Gerät", value: "Lenta W7" }];
    const posted = await postThread(asker, { ...text, category: "washing", tags: ["Lenta W7", "E18"], facts, tried: ["Sieb"] });
    expect(posted).toMatchObject({ slug: "lenta-w7-pumpt-nicht-ab", held: false });

    const view = await getThread(visitor, { id: posted.id });
    expect(view).toMatchObject({ title: text.title, locale: "de", state: "unanswered", kind: "question", facts, tried: ["Sieb"] });
    expect(view?.bodyHtml).toContain("<strong>Wasser</strong>");
    expect(view?.tags.map((tag) => tag.slug)).toEqual(["e18", "lenta-w7"]);
    expect(view?.followerCount).toBe(1);
    expect(await auditOf("thread", posted.id)).toEqual(["thread.posted"]);
    expect(await jobsNamed("thread.posted")).toContainEqual({ threadId: posted.id, mentions: ["jonas"] });
    expect(await searchChanges("thread")).toContain(posted.id);
    const [counted] = await db.select().from(categories).where(eq(categories.id, category.id));
    const [tag] = await db.select().from(tags).where(eq(tags.slug, "e18"));
    expect([counted?.threadCount, tag?.threadCount]).toEqual([1, 1]);
  });

  test("the same client id is one thread, also at the same moment", async () => {
    const input = { ...text, category: "washing", clientId: "0198c0de-0000-7000-8000-000000000001" };
    const [one, two] = await Promise.all([postThread(asker, input), postThread(asker, input)]);
    expect(two).toEqual(one);
    expect(await postThread(asker, input)).toEqual(one);
    const other = await postThread(agent, input);
    expect(other.id).not.toBe(one.id);
  });

  test("refuses visitors and suspended members", async () => {
    await expect(postThread(visitor, { ...text, category: "washing" })).rejects.toBeInstanceOf(Forbidden);
    const suspended: Member = { ...asker, suspendedUntil: new Date("2999-01-01") };
    await expect(postThread(suspended, { ...text, category: "washing" })).rejects.toBeInstanceOf(Forbidden);
  });

  test("only staff announce", async () => {
    const input = { ...text, category: "washing", kind: "announcement" };
    await expect(postThread(asker, input)).rejects.toBeInstanceOf(Forbidden);
    await expect(postThread(agent, input)).resolves.toMatchObject({ held: false });
  });

  test.each([
    ["a short title", { title: "Hilfe" }, "title"],
    ["a long title", { title: "x".repeat(161) }, "title"],
    ["an empty text", { body: "  \n " }, "body"],
    ["a long text", { body: "x".repeat(30_001) }, "body"],
    ["six tags", { tags: ["a", "b", "c", "d", "e", "f"] }, "tags"],
    ["a category that is not there", { category: "nothing" }, "category"],
    ["a category that is not for members", { category: "staff-room" }, "category"],
  ])("refuses %s", async (_, wrong, field) => {
    const error = await postThread(asker, { ...text, category: "washing", ...wrong }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InvalidInput);
    expect(Object.keys((error as InvalidInput).fields)).toEqual([field]);
  });

  test("new members choose from the tags there are", async () => {
    await expect(postThread(newcomer, { ...text, category: "washing", tags: ["brandneu"] })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postThread(newcomer, { ...text, category: "washing", tags: ["e18"] })).resolves.toMatchObject({ held: false });
  });

  test("a suspicious post of a new member waits; published later, it is announced", async () => {
    const body = "See http://a.example and http://b.example and http://c.example";
    const held = await postThread(newcomer, { ...text, body, category: "washing" });
    expect(held.held).toBe(true);
    expect(await getThread(visitor, { id: held.id })).toBeNull();
    expect(await getThread(asker, { id: held.id })).toBeNull();
    expect((await getThread(newcomer, { id: held.id }))?.status).toBe("held");
    expect((await getThread(agent, { id: held.id }))?.status).toBe("held");
    expect(await db.select().from(cases).where(eq(cases.targetId, held.id))).toHaveLength(1);
    expect(await jobsNamed("thread.posted")).not.toContainEqual({ threadId: held.id, mentions: [] });
    const known = await postThread(asker, { ...text, body, category: "washing" });
    expect(known.held).toBe(false);

    await inTransaction((tx) => changeThreadStatus(tx, agent, held.id, "published"));
    expect((await getThread(visitor, { id: held.id }))?.status).toBe("published");
    expect(await jobsNamed("thread.posted")).toContainEqual({ threadId: held.id, mentions: [] });
  });

  test("characters that Postgres can't store are taken out", async () => {
    const posted = await postThread(asker, { ...text, title: "Odd \0 characters \ud800 in it", category: "washing", tried: ["a\ud800b"] });
    const [row] = await db.select().from(threads).where(eq(threads.id, posted.id));
    expect(row?.title).toBe("Odd characters \ufffd in it");
  });
});
