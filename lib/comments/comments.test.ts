import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { answers, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { changeAnswerStatus } from "@/lib/answers/change-answer-status";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { getThread } from "@/lib/threads/get-thread";
import { lockThread } from "@/lib/threads/lock-thread";
import { deleteComment } from "./delete-comment";
import { editComment } from "./edit-comment";
import { listComments } from "./list-comments";
import { postComment } from "./post-comment";

testDatabase();

let asker: Member;
let writer: Member;
let agent: Member;
let threadId: number;
let answerId: number;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  asker = await makeMember();
  writer = await makeMember();
  agent = await makeMember({ role: "agent" });
});

beforeEach(async () => {
  threadId = (await makeThread(asker, { category: "washing" })).id;
  answerId = await makeAnswer(writer, threadId);
});

describe("postComment", () => {
  test("on the question and on an answer: shown, counted, with audit and job", async () => {
    const one = await postComment(writer, { threadId, body: "Since when, @jonas?" });
    const two = await postComment(asker, { answerId, body: "Thanks!" });
    const view = await getThread(visitor, { id: threadId });
    expect(view?.comments.map((each) => each.id)).toEqual([one.id]);
    expect(view?.answers[0]?.comments.map((each) => each.id)).toEqual([two.id]);
    expect([view?.commentCount, view?.answers[0]?.commentCount]).toEqual([1, 1]);
    expect(await auditOf("comment", one.id)).toEqual(["comment.posted"]);
    expect(await jobsNamed("comment.posted")).toContainEqual({ commentId: one.id, threadId, answerId: null, mentions: ["jonas"] });
  });

  test("refuses visitors, bad input, locked threads and hidden answers", async () => {
    await expect(postComment(visitor, { threadId, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    for (const wrong of [{ threadId, answerId }, {}, { threadId, body: " " }, { threadId, body: "x".repeat(2_001) }]) {
      await expect(postComment(writer, { body: "x", ...wrong })).rejects.toBeInstanceOf(InvalidInput);
    }
    await inTransaction((tx) => changeAnswerStatus(tx, agent, answerId, "hidden"));
    await expect(postComment(asker, { answerId, body: "x" })).rejects.toBeInstanceOf(NotFound);
    await lockThread(agent, { id: threadId, locked: true, reason: "Heated" });
    await expect(postComment(writer, { threadId, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(postComment(agent, { threadId, body: "x" })).resolves.toMatchObject({ held: false });
  });

  test("the same client id is one comment", async () => {
    const input = { threadId, body: "Once.", clientId: "0198c0de-0000-7000-8000-00000000000b" };
    expect(await postComment(writer, input)).toEqual(await postComment(writer, input));
  });
});

describe("editComment and deleteComment", () => {
  test("the author changes and takes away", async () => {
    const { id } = await postComment(writer, { answerId, body: "Typpo" });
    await editComment(writer, { id, body: "Typo" });
    expect((await getThread(visitor, { id: threadId }))?.answers[0]?.comments[0]).toMatchObject({ body: "Typo" });
    await deleteComment(writer, { id });
    const [answer] = await db.select().from(answers).where(eq(answers.id, answerId));
    expect(answer?.commentCount).toBe(0);
    expect(await auditOf("comment", id)).toEqual(["comment.posted", "comment.edited", "comment.deleted"]);
    await expect(editComment(writer, { id, body: "Again" })).rejects.toBeInstanceOf(NotFound);
  });

  test("others may not, staff may", async () => {
    const { id } = await postComment(writer, { threadId, body: "Mine" });
    await expect(editComment(asker, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteComment(asker, { id })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteComment(visitor, { id })).rejects.toBeInstanceOf(Forbidden);
    await deleteComment(agent, { id, reason: "Rude" });
    const [thread] = await db.select().from(threads).where(eq(threads.id, threadId));
    expect(thread?.commentCount).toBe(0);
  });
});

test("listComments pages through them", async () => {
  for (let n = 1; n <= 5; n++) await postComment(writer, { threadId, body: `Number ${n}` });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listComments(visitor, { threadId, cursor, limit: 2 });
    seen.push(...page.items.map((each) => each.body));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => `Number ${n}`));
});
