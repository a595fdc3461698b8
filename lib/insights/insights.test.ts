import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countQueries, db, inTransaction } from "@/db/client";
import { conversations, searchQueries, suggestionOutcomes, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeDepartment, makeMember, makeThread } from "@/db/testing/factories";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import { getInsights } from "./get-insights";
import { listChats, listMissing, listQuestions, listSuggestions } from "./list-insight";
import { periodOf } from "./period";
import { median, quantile } from "./statistics";

testDatabase();

/** A Wednesday noon in Berlin. */
const noon = new Date("2026-11-18T11:00:00Z");
const minutesLater = (minutes: number) => setClock(new Date(noon.getTime() + minutes * 60_000));

let asker: Member;
let helper: Member;
let agent: Member;
let departmentId: number;

beforeAll(async () => {
  setClock(noon);
  const office = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "17:00" })) };
  departmentId = (await makeDepartment({ calendar: office })).id;
  await makeCategory({ slug: "washing", departmentId });
  asker = await makeMember();
  helper = await makeMember();
  agent = await makeMember({ role: "agent" });
  const ask = async () => (await makeThread(asker, { category: "washing" })).id;
  const [byMember, byCompany, overnight, open, inChat, imported] = [await ask(), await ask(), await ask(), await ask(), await ask(), await ask()];
  await inTransaction((tx) => tx.update(threads).set({ attribution: { site: "x", url: "x", author: "x", authorUrl: null, license: "x" } }).where(eq(threads.id, imported)));
  minutesLater(30);
  await setAcceptance(asker, await makeAnswer(helper, byMember), true);
  minutesLater(60);
  await setAcceptance(asker, await makeAnswer(agent, byCompany), true);
  await makeAnswer(helper, inChat);
  await inTransaction((tx) =>
    tx.insert(conversations).values({
      threadId: inChat,
      askerId: asker.id,
      departmentId,
      agentId: agent.id,
      state: "closed",
      disposition: "publish",
      packet: {},
      ratings: { fast: 5, clear: 4, fair: 3 },
      createdAt: noon,
      acceptedAt: new Date(noon.getTime() + 120_000),
      firstReplyAt: new Date(noon.getTime() + 150_000),
      closedAt: new Date(noon.getTime() + 900_000),
    }),
  );
  await inTransaction(async (tx) => {
    const at = { locale: "en" as const, engine: "postgres", createdAt: noon };
    await tx.insert(searchQueries).values([
      { ...at, query: "Demo mode", hits: 0, memberId: asker.id },
      { ...at, query: "demo mode", hits: 0, voice: "v" },
      { ...at, query: "pump", hits: 3, voice: "v" },
    ]);
    await tx.insert(suggestionOutcomes).values([
      { title: "How to leave demo mode", shown: [], outcome: "left_satisfied", memberId: helper.id, createdAt: noon },
      { title: "Pump hums", shown: [], outcome: "me_too", memberId: asker.id, createdAt: noon },
      { title: "Something else", shown: [], outcome: "posted_anyway", memberId: asker.id, createdAt: noon },
    ]);
  });
  // 17:00 closes, the next morning at 10:00 somebody answers: 300 + 60 minutes.
  setClock(new Date("2026-11-19T09:00:00Z"));
  await makeAnswer(helper, overnight);
  expect(open).toBeGreaterThan(0);
});

afterAll(() => setClock(null));

describe("getInsights", () => {
  test("counts each question once, by how it ended; imported ones are history", async () => {
    const view = await getInsights(agent, { period: "weeks" });
    expect(view.asked).toBe(5);
    expect(view.endings.at(-1)).toEqual({ found: 1, members: 1, company: 1, chat: 1, open: 1, unanswered: 1 });
    expect(view.endings.slice(0, -1).every((part) => Object.values(part).every((count) => count === 0))).toBe(true);
    expect(view.solvedAlone).toMatchObject({ part: 2, whole: 6, before: null });
  });

  test("measures first replies in business minutes; who got none in time counts as missed", async () => {
    const { firstReply, target } = await getInsights(agent, { period: "weeks" });
    expect(firstReply).toMatchObject({ now: 60, p90: 360, count: 4 });
    expect(target).toMatchObject({ met: 3, due: 5, now: 0.6 });
  });

  test("somebody who asked within 72 hours was not deflected", async () => {
    const { suggestions } = await getInsights(agent, { period: "weeks" });
    expect(suggestions).toMatchObject({ left_satisfied: 1, me_too: 1, posted_anyway: 1, deflected: 1 });
    expect(suggestions.low).toBeGreaterThan(0);
    expect(suggestions.high).toBeLessThan(1);
  });

  test("knows waits, replies, dispositions and ratings of chats, and what was searched in vain", async () => {
    const view = await getInsights(agent, { period: "weeks" });
    expect(view.chats).toMatchObject({ count: 1, accepted: 1, wait: { now: 120, p80: 120 }, firstReply: 30, dispositions: { publish: 1, linked: 0 }, rating: { now: 4, count: 1 } });
    expect(view.waits[2]?.[2]).toBe(2);
    expect(view.searches).toEqual({ total: 3, without: 2 });
    expect(view.missing).toEqual([{ query: "demo mode", searches: 2, asked: 1 }]);
  });

  test("looks at one department, and at nothing before anything was", async () => {
    const other = (await makeDepartment()).id;
    expect((await getInsights(agent, { period: "weeks", departmentId: other })).asked).toBe(0);
    expect((await getInsights(agent, { period: "weeks", departmentId })).asked).toBe(5);
    const empty = await getInsights(agent, { period: "days", departmentId: other });
    expect(empty).toMatchObject({ solvedAlone: { now: expect.anything() }, firstReply: { now: null, p90: null }, target: { now: null } });
  });

  test("asks at most eight times, and is not for members", async () => {
    const { queries } = await countQueries(() => getInsights(agent, { period: "quarter" }));
    expect(queries).toBeLessThanOrEqual(8);
    for (const stranger of [visitor, asker]) await expect(getInsights(stranger, { period: "weeks" })).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("the lists behind the figures", () => {
  test("hold as many rows as the figure says", async () => {
    const wish = { period: "weeks" as const };
    expect((await listQuestions(agent, { ...wish, pick: "late" })).total).toBe(2);
    expect((await listQuestions(agent, { ...wish, pick: "answered" })).items.map(({ replyMinutes }) => replyMinutes)).toEqual([360, 60, 60, 30]);
    expect((await listChats(agent, { ...wish, pick: "rated" })).total).toBe(1);
    expect(await listMissing(agent, wish)).toHaveLength(1);
    expect((await listSuggestions(agent, { ...wish, pick: "me_too" })).map(({ title }) => title)).toEqual(["Pump hums"]);
  });

  test("are not for members", async () => {
    const wish = { period: "weeks" as const, pick: "all" as const };
    for (const list of [listQuestions, listChats, listMissing, listSuggestions]) await expect(list(asker, wish)).rejects.toBeInstanceOf(Forbidden);
    expect(await db.$count(conversations)).toBe(1);
  });
});

test("weeks begin on Monday by the company's clock, also over the change of the clocks", () => {
  const { parts, before, to } = periodOf("quarter", noon);
  expect(parts).toHaveLength(12);
  expect(parts.at(-1)?.start.toISOString()).toBe("2026-11-15T23:00:00.000Z");
  expect(parts[0]?.start.toISOString()).toBe("2026-08-30T22:00:00.000Z");
  expect(before.end).toEqual(parts[0]?.start);
  expect(to > noon).toBe(true);
});

test("quantiles", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(median([])).toBeNull();
});
