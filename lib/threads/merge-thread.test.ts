import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answers, comments, meToos, subscriptions, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { postComment } from "@/lib/comments/post-comment";
import { checkCounters } from "@/lib/health/check-counters";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { indexChanges } from "@/lib/search/index-changes";
import { search } from "@/lib/search/search";
import { setVote } from "@/lib/votes/set-vote";
import { findMerged } from "./find-merged";
import { getThread } from "./get-thread";
import { mergeThread } from "./merge-thread";
import { separateThread } from "./separate-thread";
import { setMeToo } from "./set-me-too";
import { setSubscription } from "./set-subscription";

testDatabase();
afterEach(() => setClock(null));

let asker: Member;
let second: Member;
let helper: Member;
let agent: Member;
let manager: Member;
let id: number;
let into: number;
let answerId: number;

beforeAll(async () => {
  for (const slug of ["washing", "inside"]) await makeCategory({ slug, ...(slug === "inside" && { audience: "staff" }) });
  [asker, second, helper] = [await makeMember(), await makeMember(), await makeMember()];
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

beforeEach(async () => {
  id = (await makeThread(second, { category: "washing" })).id;
  into = (await makeThread(asker, { category: "washing" })).id;
  answerId = await makeAnswer(helper, id);
  await makeAnswer(asker, into);
  await postComment(asker, { answerId, body: "Which one?" });
  await postComment(helper, { threadId: id, body: "Since when?" });
  await setVote(asker, { kind: "answer", id: answerId }, 1);
  await setMeToo(helper, { id, on: true });
  await setSubscription(agent, { id, on: true });
});

const state = async () => ({
  answers: await db.select({ id: answers.id, threadId: answers.threadId }).from(answers).orderBy(answers.id),
  comments: await db.select({ id: comments.id, threadId: comments.threadId }).from(comments).orderBy(comments.id),
  meToos: await db.select({ threadId: meToos.threadId, memberId: meToos.memberId }).from(meToos).orderBy(meToos.threadId, meToos.memberId),
  followers: await db.select({ threadId: subscriptions.threadId, memberId: subscriptions.memberId }).from(subscriptions).orderBy(subscriptions.threadId, subscriptions.memberId),
  threads: await db.select({ id: threads.id, status: threads.status, answers: threads.answerCount, meToo: threads.meTooCount, followers: threads.followerCount, state: threads.state }).from(threads).orderBy(threads.id),
});

describe("mergeThread", () => {
  test("answers, comments and people are in the other thread, and the old address leads there", async () => {
    expect(await mergeThread(manager, { id, into })).toEqual({ id, into });
    await mergeThread(manager, { id, into });
    const view = await getThread(visitor, { id: into });
    expect(view).toMatchObject({ answerCount: 2, commentCount: 1, state: "answered" });
    expect(view?.meTooCount).toBe(2);
    expect(view?.answers.find((answer) => answer.id === answerId)).toMatchObject({ score: 1, comments: [{ body: "Which one?" }] });
    expect(view?.comments.map(({ body }) => body)).toEqual(["Since when?"]);
    const follows = await db.select({ memberId: subscriptions.memberId }).from(subscriptions).where(eq(subscriptions.threadId, into));
    expect(follows.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining([asker.id, second.id, helper.id, agent.id]));
    expect(view?.merged).toEqual([expect.objectContaining({ id, bodyHtml: expect.stringContaining("<p>") as string, author: expect.objectContaining({ id: second.id }) as object, can: { separate: false } })]);
    expect((await getThread(manager, { id: into }))?.merged[0]?.can).toEqual({ separate: true });
    expect(await getThread(visitor, { id })).toBeNull();
    expect(await findMerged(visitor, id)).toMatchObject({ id: into });
    expect((await auditOf("thread", id)).at(-1)).toBe("thread.merged");
    expect((await auditOf("thread", into)).at(-1)).toBe("thread.joined");
    expect(await searchChanges("thread")).toEqual(expect.arrayContaining([id, into]));
    expect(await jobsNamed("thread.status")).toContainEqual(expect.objectContaining({ threadId: id, status: "deleted" }));
  });

  test("taken back, everything is as it was; later it is too late", async () => {
    const before = await state();
    await mergeThread(manager, { id, into });
    await separateThread(manager, id);
    expect(await state()).toEqual(before);
    expect((await getThread(manager, { id: into }))?.merged).toEqual([]);
    expect(await findMerged(visitor, id)).toBeNull();
    await expect(separateThread(manager, id)).rejects.toBeInstanceOf(NotFound);
    await mergeThread(manager, { id, into });
    setClock(new Date(Date.now() + 8 * 86_400_000));
    expect((await getThread(manager, { id: into }))?.merged[0]?.can).toEqual({ separate: false });
    await expect(separateThread(manager, id)).rejects.toBeInstanceOf(Conflict);
  });

  test("merged on, all questions are told in the last thread and all addresses lead there", async () => {
    const last = await makeThread(asker, { category: "washing" });
    await mergeThread(manager, { id, into });
    await mergeThread(manager, { id: into, into: last.id });
    const view = await getThread(manager, { id: last.id });
    expect(view?.merged.map((each) => [each.id, each.can.separate])).toEqual([[id, false], [into, true]]);
    for (const old of [id, into]) expect(await findMerged(manager, old)).toMatchObject({ id: last.id });
    await separateThread(manager, into);
    expect((await getThread(visitor, { id: last.id }))?.merged).toEqual([]);
    expect((await getThread(visitor, { id: into }))?.merged.map((each) => each.id)).toEqual([id]);
    expect(await findMerged(visitor, id)).toMatchObject({ id: into });
  });

  test("what was asked is found by its own words, in the thread it became part of", async () => {
    const asked = await makeThread(second, { category: "washing", title: "Squeaking like a guineapig", body: "Only while it spins." });
    const found = async () => {
      await indexChanges();
      return (await search(visitor, { q: "guineapig" })).hits.map((hit) => hit.id);
    };
    await mergeThread(manager, { id: asked.id, into: id });
    expect(await found()).toEqual([id]);
    await mergeThread(manager, { id, into });
    expect(await found()).toEqual([into]);
    await separateThread(manager, id);
    await separateThread(manager, asked.id);
    expect(await found()).toEqual([asked.id]);
  });

  test("every kept number is right afterwards", async () => {
    await mergeThread(manager, { id, into });
    await setAcceptance(asker, answerId, true);
    expect((await checkCounters({ repair: false })).map(({ state, text }) => (state === "ok" ? state : text))).toEqual(["ok"]);
    await separateThread(manager, id);
    expect((await checkCounters({ repair: false })).map(({ state, text }) => (state === "ok" ? state : text))).toEqual(["ok"]);
  });

  test("refuses all but managers, itself, other readers, and what is not there", async () => {
    for (const mayNot of [visitor, asker, agent]) {
      await expect(mergeThread(mayNot, { id, into })).rejects.toBeInstanceOf(Forbidden);
      await expect(separateThread(mayNot, id)).rejects.toBeInstanceOf(Forbidden);
    }
    const inside = await makeThread(agent, { category: "inside" });
    const words = await makeThread(asker, { category: "washing", kind: "discussion" });
    for (const wrong of [id, 999_999, inside.id, words.id]) await expect(mergeThread(manager, { id, into: wrong })).rejects.toBeInstanceOf(InvalidInput);
    await expect(mergeThread(manager, { id: 999_999, into })).rejects.toBeInstanceOf(NotFound);
    await expect(mergeThread(manager, { id, into: "x" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(separateThread(manager, id)).rejects.toBeInstanceOf(NotFound);
  });
});
