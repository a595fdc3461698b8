import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { answers, members, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { getThread } from "@/lib/threads/get-thread";
import { lockThread } from "@/lib/threads/lock-thread";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";
import { changeAnswerStatus } from "./change-answer-status";
import { postAnswer } from "./post-answer";

testDatabase();

let asker: Member;
let helper: Member;
let agent: Member;
let newcomer: Member;
let threadId: number;

beforeAll(async () => {
  asker = await makeMember();
  helper = await makeMember();
  newcomer = await makeMember({ trust: "new" });
  agent = await makeMember({ role: "agent" });
  await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
});

beforeEach(async () => {
  threadId = (await makeThread(asker, { category: "washing" })).id;
});

const row = async () => (await db.select().from(threads).where(eq(threads.id, threadId)))[0];

describe("postAnswer", () => {
  test("answers, counts, follows and leaves audit, jobs and an outbox row", async () => {
    const { id, held } = await postAnswer(helper, { threadId, body: "Clean the *filter*, @max." });
    expect(held).toBe(false);
    const view = await getThread(visitor, { id: threadId });
    expect(view).toMatchObject({ state: "answered", answerCount: 1, followerCount: 2 });
    expect(view?.answers[0]).toMatchObject({ id, official: false, author: { name: helper.name, staff: false } });
    expect(view?.answers[0]?.bodyHtml).toContain("<em>filter</em>");
    expect(view?.firstAnswerAt).toBeInstanceOf(Date);
    expect(await auditOf("answer", id)).toEqual(["answer.posted"]);
    expect(await jobsNamed("answer.posted")).toContainEqual({ answerId: id, threadId, mentions: ["max"] });
    expect(await searchChanges("thread")).toContain(threadId);
    const [author] = await db.select().from(members).where(eq(members.id, helper.id));
    expect(author?.answerCount).toBe(1);
  });

  test("staff speak for the company", async () => {
    await postAnswer(agent, { threadId, body: "From us." });
    expect((await getThread(visitor, { id: threadId }))?.answers[0]).toMatchObject({ official: true, author: { staff: true } });
  });

  test("the asker's own answer answers nothing by itself", async () => {
    await postAnswer(asker, { threadId, body: "Still not working." });
    expect(await row()).toMatchObject({ state: "unanswered", firstAnswerAt: null, answerCount: 1 });
  });

  test("the same client id is one answer", async () => {
    const input = { threadId, body: "Once.", clientId: "0198c0de-0000-7000-8000-00000000000a" };
    const [one, two] = await Promise.all([postAnswer(helper, input), postAnswer(helper, input)]);
    expect(two).toEqual(one);
    expect((await row())?.answerCount).toBe(1);
  });

  test("refuses visitors, the suspended and bad input", async () => {
    await expect(postAnswer(visitor, { threadId, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    const suspended = { ...helper, suspendedUntil: new Date("2999-01-01") };
    await expect(postAnswer(suspended, { threadId, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(postAnswer(helper, { threadId, body: "   " })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postAnswer(helper, { threadId, body: "x".repeat(30_001) })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postAnswer(helper, { body: "x" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(postAnswer(helper, { threadId, body: "x", conversationId: 1 })).rejects.toBeInstanceOf(Forbidden);
  });

  test("refuses threads that are locked, unless staff write", async () => {
    await lockThread(agent, { id: threadId, locked: true, reason: "Heated" });
    await expect(postAnswer(helper, { threadId, body: "x" })).rejects.toMatchObject({ sentence: { key: "error.thread.locked" } });
    await expect(postAnswer(agent, { threadId, body: "x" })).resolves.toMatchObject({ held: false });
  });

  test("what may not be seen is not found", async () => {
    const secret = await makeThread(agent, { category: "staff-room" });
    await expect(postAnswer(helper, { threadId: secret.id, body: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(postAnswer(helper, { threadId: 999_999, body: "x" })).rejects.toBeInstanceOf(NotFound);
  });

  test("a suspicious answer of a new member waits and counts for nothing until published", async () => {
    const body = "http://a.example http://b.example http://c.example";
    const { id, held } = await postAnswer(newcomer, { threadId, body });
    expect(held).toBe(true);
    expect(await row()).toMatchObject({ answerCount: 0, state: "unanswered" });
    expect((await getThread(visitor, { id: threadId }))?.answers).toEqual([]);
    expect((await getThread(newcomer, { id: threadId }))?.answers).toHaveLength(1);
    await inTransaction((tx) => changeAnswerStatus(tx, agent, id, "published"));
    expect(await row()).toMatchObject({ answerCount: 1, state: "answered" });
    expect(await jobsNamed("answer.posted")).toContainEqual({ answerId: id, threadId, mentions: [] });
  });

  test("many at once: nothing is lost, and the shortcut says what deriving anew says", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => makeAnswer(n % 3 ? helper : agent, threadId)));
    const quick = await row();
    const state = await inTransaction((tx) => refreshThreadState(tx, threadId));
    expect(quick).toMatchObject({ answerCount: 12, followerCount: 3, state });
    expect((await row())?.firstAnswerAt).toEqual(quick?.firstAnswerAt);
    expect(await db.select().from(answers).where(eq(answers.threadId, threadId))).toHaveLength(12);
  });
});
