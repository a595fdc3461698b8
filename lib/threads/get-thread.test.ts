import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { countQueries, db, inTransaction } from "@/db/client";
import { articleRevisions, articles, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { changeAnswerStatus } from "@/lib/answers/change-answer-status";
import { listAnswers } from "@/lib/answers/list-answers";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { postComment } from "@/lib/comments/post-comment";
import { type Actor, type Member, visitor } from "@/lib/members/actor";
import { setVote } from "@/lib/votes/set-vote";
import { changeThreadStatus } from "./change-thread-status";
import { closeAsDuplicate } from "./close-as-duplicate";
import { getThreadOverlay } from "./get-overlay";
import { getThread } from "./get-thread";
import { setMeToo } from "./set-me-too";
import type { PostStatus } from "./thread-view";

testDatabase();

let asker: Member;
let reader: Member;
let expert: Member;
let agent: Member;
let manager: Member;

beforeAll(async () => {
  const top = await makeCategory({ slug: "washing", nameEn: "Washing", nameDe: "Waschen" });
  await makeCategory({ slug: "washing-machines", parentId: top.id });
  await makeCategory({ slug: "households", audience: "members" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
  asker = await makeMember();
  reader = await makeMember();
  expert = await makeMember({ role: "expert", expertIn: [top.id] });
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

describe("getThread", () => {
  test("shows everything in at most eight queries, however much there is", async () => {
    const { id } = await makeThread(asker, { category: "washing-machines", tags: ["e18", "pump"] });
    const other = await makeThread(asker, { category: "washing-machines", tags: ["e18"] });
    const solution = await makeAnswer(expert, id);
    for (let n = 0; n < 3; n++) await makeAnswer(agent, id);
    await postComment(reader, { threadId: id, body: "Me too" });
    await postComment(reader, { answerId: solution, body: "Worked" });
    await setAcceptance(asker, solution, true);
    await closeAsDuplicate(agent, { id: other.id, duplicateOf: id });

    const { result: view, queries } = await countQueries(() => getThread(visitor, { id }));
    expect(queries).toBeLessThanOrEqual(8);
    expect(view?.breadcrumbs.map((each) => each.slug)).toEqual(["washing", "washing-machines"]);
    expect(view?.breadcrumbs[0]?.name).toEqual({ en: "Washing", de: "Waschen" });
    expect(view?.answers.map((each) => each.id)[0]).toBe(solution);
    expect(view?.answers[0]?.author).toMatchObject({ expertHere: true, staff: false });
    expect(view?.answers[1]?.author).toMatchObject({ expertHere: false, staff: true });
    expect(view?.comments).toHaveLength(1);
    expect(view?.duplicates.map((each) => each.id)).toEqual([other.id]);
    expect(view?.restricted).toBe(false);
    expect(Object.values(view?.can ?? {})).not.toContain(true);
    const duplicate = await getThread(visitor, { id: other.id });
    expect(duplicate?.duplicateOf).toMatchObject({ id, title: view?.title });
    expect(duplicate?.closed?.reason).toBe("duplicate");
  });

  test("names the article made from it once there is something to read", async () => {
    const { id } = await makeThread(asker, { category: "washing" });
    const [category] = await db.select({ id: threads.categoryId }).from(threads).where(eq(threads.id, id));
    const row = { slug: "clean", title: "Clean it", locale: "en" as const, categoryId: category?.id ?? 0, ownerId: agent.id };
    const [article] = await db.insert(articles).values(row).returning();
    await db.update(threads).set({ articleId: article?.id }).where(eq(threads.id, id));
    expect((await getThread(visitor, { id }))?.article).toBeNull();
    const text = { articleId: article?.id ?? 0, number: 1, title: "Clean it", body: "x", bodyHtml: "x" };
    const [revision] = await db.insert(articleRevisions).values(text).returning();
    const live = { liveRevisionId: revision?.id, state: "published" as const, publishedAt: new Date("2026-01-02T03:04:05Z") };
    await db.update(articles).set(live).where(eq(articles.id, article?.id ?? 0));
    expect((await getThread(visitor, { id }))?.article).toMatchObject({ slug: "clean", publishedAt: live.publishedAt });
  });

  test("pages through many answers: solutions first, then each once in its order", async () => {
    const { id } = await makeThread(asker, { category: "washing" });
    const ids: number[] = [];
    for (let n = 0; n < 7; n++) ids.push(await makeAnswer(n % 2 ? reader : agent, id));
    await setAcceptance(asker, ids[4], true);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAnswers(visitor, { threadId: id, cursor, limit: 2 });
      seen.push(...page.items.map((each) => each.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([ids[4], ids[0], ids[1], ids[2], ids[3], ids[5], ids[6]]);
    expect((await getThread(visitor, { id, cursor: "nonsense" }))?.answers).toHaveLength(7);
  });

  test("what may not be seen is not found", async () => {
    const everybody: Actor[] = [visitor, reader, agent, manager];
    const seesIn = async (category: string) => {
      const { id } = await makeThread(agent, { category });
      return Promise.all(everybody.map(async (actor) => (await getThread(actor, { id })) !== null));
    };
    expect(await seesIn("washing")).toEqual([true, true, true, true]);
    expect(await seesIn("households")).toEqual([false, true, true, true]);
    expect(await seesIn("staff-room")).toEqual([false, false, true, true]);

    const { id } = await makeThread(asker, { category: "washing" });
    const seesWhen = async (status: PostStatus) => {
      await inTransaction((tx) => changeThreadStatus(tx, manager, id, status));
      return Promise.all([...everybody, asker].map(async (actor) => (await getThread(actor, { id })) !== null));
    };
    expect(await seesWhen("held")).toEqual([false, false, true, true, true]);
    expect(await seesWhen("hidden")).toEqual([false, false, true, true, false]);
    expect(await seesWhen("deleted")).toEqual([false, false, false, true, false]);
    expect(await seesWhen("published")).toEqual([true, true, true, true, true]);
    for (const none of [0, -1, 1.5, "x", 2 ** 60]) expect(await getThread(visitor, { id: none })).toBeNull();
  });

  test("hidden answers and the comments on them are only for staff", async () => {
    const { id } = await makeThread(asker, { category: "washing" });
    const answer = await makeAnswer(reader, id);
    await postComment(asker, { answerId: answer, body: "Hm" });
    await inTransaction((tx) => changeAnswerStatus(tx, agent, answer, "hidden", "Dangerous"));
    expect((await getThread(visitor, { id }))?.answers).toEqual([]);
    expect((await getThread(reader, { id }))?.answers).toEqual([]);
    expect((await getThread(agent, { id }))?.answers).toMatchObject([{ id: answer, status: "hidden", statusReason: "Dangerous" }]);
  });
});

describe("getThreadOverlay", () => {
  test("says what is a reader's own, in two queries", async () => {
    const { id } = await makeThread(asker, { category: "washing" });
    const theirs = await makeAnswer(agent, id);
    const mine = await makeAnswer(reader, id);
    await setVote(reader, { kind: "answer", id: theirs }, 1);
    await setVote(reader, { kind: "thread", id }, -1);
    await setMeToo(reader, { id, on: true });
    const { result, queries } = await countQueries(() => getThreadOverlay(reader, id));
    expect(queries).toBe(2);
    expect(result).toMatchObject({
      votes: { thread: -1, [theirs]: 1 },
      meToo: true,
      subscribed: true,
      own: { thread: false, answerIds: [mine] },
      can: { answer: true, accept: false, meToo: true, lock: false, escalate: true },
    });
    const own = await getThreadOverlay(asker, id);
    expect(own).toMatchObject({ own: { thread: true }, can: { accept: true, reject: true, vote: false, delete: false } });
  });

  test("tells visitors that they may nothing, and nobody of threads they can't see", async () => {
    const { id } = await makeThread(agent, { category: "staff-room" });
    expect(await getThreadOverlay(reader, id)).toBeNull();
    const open = await makeThread(agent, { category: "washing" });
    const overlay = await getThreadOverlay(visitor, open.id);
    expect(overlay).toMatchObject({ votes: {}, meToo: false, subscribed: false });
    expect(Object.values(overlay?.can ?? {})).not.toContain(true);
  });
});
