import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answers, cases, flags, members, notifications, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { postAnswer } from "@/lib/answers/post-answer";
import { type Member, visitor } from "@/lib/members/actor";
import { now, setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { getThread } from "@/lib/threads/get-thread";
import { countCases } from "./count-cases";
import { decideCase } from "./decide-case";
import { flagPost } from "./flag-post";
import { getCase } from "./get-case";
import { getMyDecision } from "./get-decision";
import { listCases } from "./list-cases";
import { removeAndSanction } from "./remove-and-sanction";
import { takeBackDecision } from "./take-back-decision";

testDatabase();

let author: Member;
let reporter: Member;
let agent: Member;
let manager: Member;
let threadId: number;
let answerId: number;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  author = await makeMember();
  reporter = await makeMember();
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

beforeEach(async () => {
  threadId = (await makeThread(reporter, { category: "washing" })).id;
  answerId = await makeAnswer(author, threadId, "Buy cheap pumps at pumps.example");
});

afterEach(() => setClock(null));

const post = () => ({ targetKind: "answer", targetId: answerId, reason: "spam" });
const status = async () => (await db.select({ status: answers.status }).from(answers).where(eq(answers.id, answerId)))[0]?.status;
async function openCase(): Promise<number> {
  await flagPost(reporter, post());
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.targetId, answerId));
  return row?.id ?? 0;
}

describe("flagPost", () => {
  test("opens a case with the flag's weight; the same flag again changes nothing", async () => {
    const { id } = await flagPost(reporter, { ...post(), note: "An advert." });
    expect(await flagPost(reporter, post())).toEqual({ id });
    const [open] = await db.select().from(cases).where(eq(cases.targetId, answerId));
    expect(open).toMatchObject({ state: "pending", cause: "flagged", score: 2 });
    expect(await status()).toBe("published");
    expect(await auditOf("answer", answerId)).toContain("post.flagged");
    expect(await jobsNamed("post.flagged")).toContainEqual({ caseId: open?.id });
  });

  test("one click sent many times at once counts once", async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => flagPost(reporter, post())));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const [open] = await db.select().from(cases).where(eq(cases.targetId, answerId));
    expect(open?.score).toBe(2);
  });

  test("enough weight of at least two people takes the post out of sight at once", async () => {
    await flagPost(agent, post());
    expect(await status()).toBe("published");
    await flagPost(await makeMember({ trust: "helper" }), post());
    expect(await status()).toBe("held");
    expect((await getThread(visitor, { id: threadId }))?.answerCount).toBe(0);
    expect(await searchChanges("thread")).toContain(threadId);
  });

  test("refuses visitors, authors, suspended members, what they cannot see, and nonsense", async () => {
    const paused = await makeMember({ suspendedUntil: new Date(Date.now() + 60_000) });
    await expect(flagPost(visitor, post())).rejects.toBeInstanceOf(Forbidden);
    await expect(flagPost(author, post())).rejects.toBeInstanceOf(Forbidden);
    await expect(flagPost(paused, post())).rejects.toMatchObject({ sentence: { key: "error.suspended" } });
    await expect(flagPost(reporter, { ...post(), targetId: 999_999 })).rejects.toBeInstanceOf(NotFound);
    await expect(flagPost(reporter, { ...post(), reason: "ugly" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(flagPost(reporter, { ...post(), targetId: "one" })).rejects.toBeInstanceOf(InvalidInput);
    expect(await db.select().from(flags).where(eq(flags.targetId, answerId))).toHaveLength(0);
  });
});

describe("decideCase", () => {
  test("hides the post, tells the author why and the reporter that it was decided", async () => {
    const caseId = await openCase();
    const { id } = await decideCase(agent, caseId, { action: "hide", reason: "Advertising (rule 4)." });
    expect(await status()).toBe("hidden");
    expect(await getMyDecision(author, id)).toMatchObject({ action: "hide", reason: "Advertising (rule 4).", body: expect.stringContaining("cheap pumps"), path: null });
    expect(await getMyDecision(reporter, id)).toBeNull();
    const told = await db.select({ memberId: notifications.memberId, kind: notifications.kind, path: notifications.path }).from(notifications);
    expect(told).toContainEqual({ memberId: author.id, kind: "post_hidden", path: `/me/decisions/${id}` });
    expect(told).toContainEqual(expect.objectContaining({ memberId: reporter.id, kind: "flag_decided" }));
    const [flag] = await db.select().from(flags).where(eq(flags.caseId, caseId));
    expect(flag?.upheld).toBe("yes");
    expect(await auditOf("answer", answerId)).toContain("case.hide");
    expect((await getThread(visitor, { id: threadId }))?.answerCount).toBe(0);
  });

  test("keeping a held post publishes it", async () => {
    await flagPost(agent, post());
    await flagPost(await makeMember({ trust: "helper" }), post());
    const [open] = await db.select().from(cases).where(eq(cases.targetId, answerId));
    await decideCase(agent, open?.id ?? 0, { action: "keep" });
    expect(await status()).toBe("published");
  });

  test("refuses members, authors, a missing reason, an old version and a second decision", async () => {
    const caseId = await openCase();
    const hide = { action: "hide", reason: "Advertising (rule 4)." };
    for (const stranger of [visitor, reporter]) await expect(decideCase(stranger, caseId, hide)).rejects.toBeInstanceOf(Forbidden);
    await expect(decideCase(agent, caseId, { action: "hide", reason: "" })).rejects.toMatchObject({ fields: { reason: { key: "error.moderation.reason" } } });
    await expect(decideCase(agent, caseId, { action: "burn" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(decideCase(agent, caseId, { ...hide, version: 99 })).rejects.toMatchObject({ code: "case_changed" });
    await expect(decideCase(agent, 999_999, hide)).rejects.toBeInstanceOf(NotFound);
    expect(await status()).toBe("published");
    await decideCase(agent, caseId, hide);
    await expect(decideCase(manager, caseId, hide)).rejects.toMatchObject({ code: "already_decided" });
  });

  test("two moderators at once: one decides, the other is told", async () => {
    const caseId = await openCase();
    const both = await Promise.allSettled([agent, manager].map((actor) => decideCase(actor, caseId, { action: "hide", reason: "Advertising." })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("nobody judges their own post", async () => {
    const own = await makeAnswer(agent, threadId, "I know best.");
    await flagPost(reporter, { targetKind: "answer", targetId: own, reason: "rude" });
    const [open] = await db.select().from(cases).where(eq(cases.targetId, own));
    await expect(decideCase(agent, open?.id ?? 0, { action: "keep" })).rejects.toMatchObject({ sentence: { key: "error.moderation.ownPost" } });
    expect((await getCase(agent, open?.id ?? 0))?.can.decide).toBe(false);
  });
});

describe("takeBackDecision", () => {
  test("puts the post back as it was and opens the case again", async () => {
    const caseId = await openCase();
    const { id } = await decideCase(agent, caseId, { action: "hide", reason: "Advertising." });
    await takeBackDecision(agent, caseId);
    expect(await status()).toBe("published");
    expect(await getCase(agent, caseId)).toMatchObject({ state: "pending", can: { decide: true } });
    expect(await getMyDecision(author, id)).toMatchObject({ isTakenBack: true, path: expect.stringContaining(`#answer-${answerId}`) });
    const [flag] = await db.select().from(flags).where(eq(flags.caseId, caseId));
    expect(flag?.upheld).toBeNull();
    expect(await auditOf("answer", answerId)).toContain("case.take_back");
    await decideCase(agent, caseId, { action: "hide", reason: "Advertising after all." });
    expect(await status()).toBe("hidden");
  });

  test("refuses members, open cases, old decisions, and agents what only managers see", async () => {
    const caseId = await openCase();
    await expect(takeBackDecision(agent, caseId)).rejects.toBeInstanceOf(Conflict);
    await decideCase(agent, caseId, { action: "delete", reason: "Advertising." });
    await expect(takeBackDecision(reporter, caseId)).rejects.toBeInstanceOf(Forbidden);
    await expect(takeBackDecision(agent, caseId)).rejects.toBeInstanceOf(Forbidden);
    setClock(new Date(Date.now() + 31 * 86_400_000));
    await expect(takeBackDecision(manager, caseId)).rejects.toMatchObject({ code: "too_late" });
    setClock(null);
    await takeBackDecision(manager, caseId);
    expect(await status()).toBe("published");
  });
});

describe("listCases and getCase", () => {
  test("shows staff the heaviest first, each once over all pages, with what speaks for it", async () => {
    const caseId = await openCase();
    const other = await makeAnswer(author, threadId, "Another advert.");
    await flagPost(agent, { targetKind: "answer", targetId: other, reason: "spam", note: "Seen before." });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCases(agent, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const all = await listCases(agent, { limit: 50 });
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    const scores = all.items.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(seen).toContain(caseId);
    expect(all.items.find(({ target }) => target.id === other)?.flags).toMatchObject([{ reason: "spam", note: "Seen before.", weight: 6 }]);
    expect((await countCases(agent)).open).toBe(seen.length);
  });

  test("tells who the author is and what stood before", async () => {
    const view = await getCase(manager, await openCase());
    expect(view).toMatchObject({ author: { id: author.id, posts: expect.any(Number) }, before: { author: reporter.displayName }, can: { decide: true, sanction: true, takeBack: false } });
    expect((await getCase(agent, view?.id ?? 0))?.can.sanction).toBe(false);
    expect(await getCase(agent, 999_999)).toBeNull();
  });

  test("is not for members", async () => {
    await expect(listCases(reporter)).rejects.toBeInstanceOf(Forbidden);
    await expect(getCase(visitor, 1)).rejects.toBeInstanceOf(Forbidden);
    expect((await countCases(reporter)).open).toBe(0);
  });
});

describe("removeAndSanction", () => {
  const sanction = { kind: "suspension", days: 7, rule: "4. No advertising", reason: "Adverts in three questions." };

  test("deletes the post and stops its author from writing at once", async () => {
    const spammer = await makeMember();
    answerId = await makeAnswer(spammer, threadId, "Cheap pumps.");
    await removeAndSanction(manager, await openCase(), sanction);
    expect(await status()).toBe("deleted");
    const [row] = await db.select().from(members).where(eq(members.id, spammer.id));
    expect(row?.suspendedUntil?.getTime()).toBeGreaterThan(now().getTime() + 6 * 86_400_000);
    const paused: Member = { ...spammer, suspendedUntil: row?.suspendedUntil ?? null };
    await expect(postAnswer(paused, { threadId, body: "And again cheap pumps." })).rejects.toMatchObject({ sentence: { key: "error.suspended" } });
  });

  test("does neither when one is refused", async () => {
    const caseId = await openCase();
    await expect(removeAndSanction(agent, caseId, sanction)).rejects.toBeInstanceOf(Forbidden);
    await expect(removeAndSanction(manager, caseId, { ...sanction, days: undefined })).rejects.toBeInstanceOf(InvalidInput);
    await expect(removeAndSanction(manager, caseId, { ...sanction, version: 99 })).rejects.toBeInstanceOf(Conflict);
    expect(await status()).toBe("published");
    const [row] = await db.select().from(members).where(eq(members.id, author.id));
    expect(row?.suspendedUntil).toBeNull();
    expect((await db.select().from(threads).where(eq(threads.id, threadId)))[0]?.answerCount).toBe(1);
  });
});
