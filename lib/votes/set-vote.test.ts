import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answers } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { setVote } from "./set-vote";

testDatabase();

let asker: Member;
let helper: Member;
let voter: Member;
let threadId: number;
let answerId: number;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  asker = await makeMember();
  helper = await makeMember();
  voter = await makeMember();
});

beforeEach(async () => {
  threadId = (await makeThread(asker, { category: "washing" })).id;
  answerId = await makeAnswer(helper, threadId);
});

const answer = () => ({ kind: "answer", id: answerId });

describe("setVote", () => {
  test("sets, turns and takes back; the score follows by the difference", async () => {
    expect(await setVote(voter, answer(), 1)).toEqual({ value: 1, score: 1 });
    expect(await setVote(asker, answer(), 1)).toEqual({ value: 1, score: 2 });
    expect(await setVote(voter, answer(), -1)).toEqual({ value: -1, score: 0 });
    expect(await setVote(voter, answer(), 0)).toEqual({ value: 0, score: 1 });
    expect(await setVote(voter, { kind: "thread", id: threadId }, 1)).toEqual({ value: 1, score: 1 });
    expect(await auditOf("answer", answerId)).toEqual(["answer.posted", "vote.set", "vote.set", "vote.set", "vote.set"]);
    expect(await jobsNamed("vote.set")).toContainEqual({ kind: "answer", id: answerId, threadId, delta: -2 });
  });

  test("the same click many times at once counts once", async () => {
    await Promise.all(Array.from({ length: 6 }, () => setVote(voter, answer(), 1)));
    const [row] = await db.select().from(answers).where(eq(answers.id, answerId));
    expect(row?.score).toBe(1);
    await Promise.all(Array.from({ length: 6 }, () => setVote(voter, answer(), 0)));
    expect((await setVote(voter, answer(), 0)).score).toBe(0);
  });

  test("refuses visitors, authors and downvotes of new members", async () => {
    const newcomer = await makeMember({ trust: "new" });
    await expect(setVote(visitor, answer(), 1)).rejects.toBeInstanceOf(Forbidden);
    await expect(setVote(helper, answer(), 1)).rejects.toMatchObject({ sentence: { key: "error.vote.own" } });
    await expect(setVote(newcomer, answer(), -1)).rejects.toMatchObject({ sentence: { key: "error.vote.tooNew" } });
    await expect(setVote(newcomer, answer(), 1)).resolves.toMatchObject({ score: 1 });
  });

  test("refuses what is no vote and what is not there", async () => {
    for (const value of [2, "1", null, 0.5]) await expect(setVote(voter, answer(), value)).rejects.toBeInstanceOf(InvalidInput);
    await expect(setVote(voter, { kind: "member", id: 1 }, 1)).rejects.toBeInstanceOf(InvalidInput);
    await expect(setVote(voter, { kind: "answer", id: 999_999 }, 1)).rejects.toBeInstanceOf(NotFound);
  });
});
