import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { answers, members, revisions, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { lockThread } from "@/lib/threads/lock-thread";
import { changeAnswerStatus } from "./change-answer-status";
import { deleteAnswer } from "./delete-answer";
import { editAnswer } from "./edit-answer";

testDatabase();

let asker: Member;
let author: Member;
let agent: Member;
let threadId: number;
let id: number;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  asker = await makeMember();
  agent = await makeMember({ role: "agent" });
});

beforeEach(async () => {
  author = await makeMember();
  threadId = (await makeThread(asker, { category: "washing" })).id;
  id = await makeAnswer(author, threadId, "First words.");
});

const row = async () => (await db.select().from(answers).where(eq(answers.id, id)))[0];

describe("editAnswer", () => {
  test("changes the words, keeps the old ones, leaves audit and job", async () => {
    expect(await editAnswer(author, { id, body: "Better **words**.", version: 1 })).toEqual({ id, version: 2 });
    expect(await row()).toMatchObject({ body: "Better **words**.", version: 2 });
    const kept = await db.select().from(revisions).where(eq(revisions.targetId, id));
    expect(kept).toMatchObject([{ targetKind: "answer", body: "First words.", editorId: author.id }]);
    expect(await auditOf("answer", id)).toEqual(["answer.posted", "answer.edited"]);
    expect(await jobsNamed("answer.edited")).toContainEqual({ answerId: id, threadId, mentions: [] });
  });

  test("who began with an older version gets the newer one back", async () => {
    await editAnswer(author, { id, body: "Second words.", version: 1 });
    const error = await editAnswer(agent, { id, body: "Other words.", version: 1 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Conflict);
    expect((error as Conflict).extra).toEqual({ current: { body: "Second words.", version: 2 } });
  });

  test("author and staff may, others and authors of locked threads may not", async () => {
    await expect(editAnswer(agent, { id, body: "By staff." })).resolves.toMatchObject({ version: 2 });
    await expect(editAnswer(asker, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editAnswer(visitor, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await lockThread(agent, { id: threadId, locked: true, reason: "Heated" });
    await expect(editAnswer(author, { id, body: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editAnswer(author, { id, body: "" })).rejects.toBeInstanceOf(InvalidInput);
  });

  test("a new member can't slip links in afterwards", async () => {
    const newcomer = await makeMember({ trust: "new" });
    id = await makeAnswer(newcomer, threadId, "Harmless.");
    await editAnswer(newcomer, { id, body: "http://a.example http://b.example http://c.example" });
    expect((await row())?.status).toBe("held");
  });
});

describe("deleteAnswer", () => {
  test("takes it away with its counters, and only managers find it", async () => {
    const manager = await makeMember({ role: "manager" });
    await deleteAnswer(author, { id });
    expect((await row())?.status).toBe("deleted");
    const [thread] = await db.select().from(threads).where(eq(threads.id, threadId));
    expect(thread).toMatchObject({ answerCount: 0, state: "unanswered", firstAnswerAt: null });
    const [member] = await db.select().from(members).where(eq(members.id, author.id));
    expect(member?.answerCount).toBe(0);
    expect(await auditOf("answer", id)).toEqual(["answer.posted", "answer.deleted"]);
    await expect(editAnswer(author, { id, body: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(editAnswer(agent, { id, body: "x" })).rejects.toBeInstanceOf(NotFound);
    await inTransaction((tx) => changeAnswerStatus(tx, manager, id, "published"));
    expect((await row())?.status).toBe("published");
  });

  test("refuses others", async () => {
    await expect(deleteAnswer(asker, { id })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteAnswer(visitor, { id })).rejects.toBeInstanceOf(Forbidden);
    await expect(deleteAnswer(agent, { id, reason: "Off topic" })).resolves.toEqual({ id, threadId });
  });
});
