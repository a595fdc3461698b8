import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { members, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { getThread } from "@/lib/threads/get-thread";
import { lockThread } from "@/lib/threads/lock-thread";
import { changeAnswerStatus } from "./change-answer-status";
import { deleteAnswer } from "./delete-answer";
import { setAcceptance } from "./set-acceptance";
import { setRejection } from "./set-rejection";

testDatabase();

let asker: Member;
let helper: Member;
let stranger: Member;
let agent: Member;
let expert: Member;
let threadId: number;
let answerId: number;

beforeAll(async () => {
  const top = await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "washing-machines", parentId: top.id });
  asker = await makeMember();
  stranger = await makeMember();
  agent = await makeMember({ role: "agent" });
  expert = await makeMember({ role: "expert", expertIn: [top.id] });
});

beforeEach(async () => {
  helper = await makeMember();
  threadId = (await makeThread(asker, { category: "washing-machines" })).id;
  answerId = await makeAnswer(helper, threadId);
});

const credit = async () => (await db.select().from(members).where(eq(members.id, helper.id)))[0]?.acceptedCount;
const state = async () => (await db.select().from(threads).where(eq(threads.id, threadId)))[0]?.state;

describe("setAcceptance", () => {
  test("solves the question, credits the author, leaves audit and job; taking it back undoes all", async () => {
    expect(await setAcceptance(asker, answerId, true)).toMatchObject({ state: "solved", threadId });
    expect([await state(), await credit()]).toEqual(["solved", 1]);
    const view = await getThread(visitor, { id: threadId });
    expect(view?.answers[0]?.accepted?.by?.name).toBe(asker.name);
    expect(view?.solvedAt).toBeInstanceOf(Date);
    expect(await jobsNamed("answer.accepted")).toContainEqual({ answerId, threadId, byId: asker.id });

    expect(await setAcceptance(asker, answerId, false)).toMatchObject({ state: "answered" });
    expect([await state(), await credit()]).toEqual(["answered", 0]);
    expect(await auditOf("answer", answerId)).toEqual(["answer.posted", "answer.accepted", "answer.unaccepted"]);
    expect((await getThread(visitor, { id: threadId }))?.solvedAt).toBeNull();
  });

  test("repeating it changes nothing", async () => {
    await Promise.all([1, 2, 3].map(() => setAcceptance(asker, answerId, true)));
    expect(await credit()).toBe(1);
    expect(await auditOf("answer", answerId)).toEqual(["answer.posted", "answer.accepted"]);
  });

  test("several answers may be solutions; the question stays solved while one is left", async () => {
    const second = await makeAnswer(stranger, threadId);
    await setAcceptance(asker, answerId, true);
    await setAcceptance(asker, second, true);
    expect(await setAcceptance(asker, answerId, false)).toMatchObject({ state: "solved" });
    const view = await getThread(visitor, { id: threadId });
    expect(view?.answers.map((answer) => answer.id)).toEqual([second, answerId]);
  });

  test("the asker also accepts when the thread is locked", async () => {
    await lockThread(agent, { id: threadId, locked: true, reason: "Heated" });
    await expect(setAcceptance(asker, answerId, true)).resolves.toMatchObject({ state: "solved" });
  });

  test("staff and experts of the topic may, others may not", async () => {
    for (const may of [agent, expert]) {
      await setAcceptance(may, answerId, true);
      await setAcceptance(may, answerId, false);
    }
    for (const mayNot of [stranger, helper, visitor]) {
      await expect(setAcceptance(mayNot, answerId, true)).rejects.toBeInstanceOf(Forbidden);
    }
    const elsewhere = await makeMember({ role: "expert", expertIn: [(await makeCategory()).id] });
    await expect(setAcceptance(elsewhere, answerId, true)).rejects.toBeInstanceOf(Forbidden);
  });

  test("an own answer may be the solution but earns nothing", async () => {
    const own = await makeAnswer(asker, threadId);
    await setAcceptance(asker, own, true);
    const [row] = await db.select().from(members).where(eq(members.id, asker.id));
    expect([await state(), row?.acceptedCount]).toEqual(["solved", 0]);
  });

  test("refuses answers that are not there and values that are none", async () => {
    await expect(setAcceptance(asker, 999_999, true)).rejects.toBeInstanceOf(NotFound);
    await expect(setAcceptance(asker, answerId, "yes")).rejects.toBeInstanceOf(InvalidInput);
  });

  test("discussions have no solutions", async () => {
    const talk = await makeThread(asker, { category: "washing", kind: "discussion" });
    const reply = await makeAnswer(helper, talk.id);
    await expect(setAcceptance(asker, reply, true)).rejects.toBeInstanceOf(Forbidden);
  });

  test("a solution that is hidden solves nothing any more", async () => {
    await setAcceptance(asker, answerId, true);
    await expect(deleteAnswer(helper, { id: answerId })).rejects.toMatchObject({ sentence: { key: "error.answer.isSolution" } });
    await inTransaction((tx) => changeAnswerStatus(tx, agent, answerId, "hidden", "wrong"));
    expect([await state(), await credit()]).toEqual(["unanswered", 0]);
    expect(await jobsNamed("answer.unaccepted")).toContainEqual({ answerId, threadId });
  });
});

describe("setRejection", () => {
  test("when nothing helped, the question needs help again", async () => {
    expect(await setRejection(asker, { id: answerId, rejected: true })).toMatchObject({ state: "rejected" });
    const second = await makeAnswer(stranger, threadId);
    expect(await state()).toBe("answered");
    await setRejection(asker, { id: second, rejected: true });
    expect(await setRejection(asker, { id: answerId, rejected: false })).toMatchObject({ state: "answered" });
    expect(await jobsNamed("answer.rejected")).toContainEqual({ answerId: second, threadId });
    expect(await auditOf("answer", answerId)).toEqual(["answer.posted", "answer.rejected", "answer.unrejected"]);
  });

  test("a solution that did not help after all is none", async () => {
    await setAcceptance(asker, answerId, true);
    expect(await setRejection(asker, { id: answerId, rejected: true })).toMatchObject({ state: "rejected" });
    expect(await credit()).toBe(0);
  });

  test("only the asker knows", async () => {
    for (const mayNot of [stranger, helper, agent, visitor]) {
      await expect(setRejection(mayNot, { id: answerId, rejected: true })).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(setRejection(asker, { id: answerId })).rejects.toBeInstanceOf(InvalidInput);
  });
});
