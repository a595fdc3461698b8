import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChatPlace } from "@/db/testing/chat";
import { makeMember, makeThread } from "@/db/testing/factories";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { type Member, visitor } from "@/lib/members/actor";
import { now, setClock } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { forgetQueries } from "./forget-queries";
import { linkToConversation, linkToQuestion, linkVisitorSearches } from "./link-searches";
import { logQuery } from "./log-query";
import { recordClick } from "./record-click";
import { recordSuggestionOutcome } from "./record-suggestion-outcome";

testDatabase();

type Row = { query: string; hits: number; member_id: string | null; voice: string | null; typed_ms: number; clicked: string[]; ended_in: string | null; ended_thread_id: string | null };
const start = new Date("2026-11-20T10:00:00Z");
const seconds = (after: number) => new Date(start.getTime() + after * 1000);
let asker: Member;

const rows = async () => (await db.execute<Row>(sql`select * from search_queries order by id`)).rows;
const type = (text: string, at: number, hits = 1, actor: Member | typeof visitor = visitor, voice = "a") =>
  logQuery(actor, { text, locale: "de", hits, engine: "postgres", ...(actor.kind === "visitor" && { voice }), at: seconds(at) });

beforeAll(async () => {
  asker = await makeMember();
});
beforeEach(async () => {
  setClock(seconds(5));
  await inTransaction((tx) => tx.execute(sql`delete from search_queries`));
});
afterEach(() => setClock(null));

describe("key presses", () => {
  test("become one search with the last text, its hits and how long it took to type", async () => {
    await type("wasch", 0, 9);
    await type("waschmasch", 1, 7);
    await type("waschm", 2, 8);
    await type("waschmaschine stinkt", 4, 3);
    expect(await rows()).toMatchObject([{ query: "waschmaschine stinkt", hits: 3, typed_ms: 4000 }]);
  });

  test("emptying the field keeps what stood in it", async () => {
    await type("waschmaschine", 0, 7);
    await type("wa", 1, 90);
    await type("w", 2, 99);
    await type("trockner", 3, 4);
    expect(await rows()).toMatchObject([
      { query: "waschmaschine", hits: 7 },
      { query: "trockner", hits: 4 },
    ]);
  });

  test("a word taken away again is the last word", async () => {
    await type("sieb reinigen anleitung", 0, 1);
    await type("sieb", 2, 9);
    expect(await rows()).toMatchObject([{ query: "sieb", hits: 9 }]);
    setClock(seconds(3));
    expect(await recordClick(visitor, { query: "sieb", key: "thread:7", voice: "a" })).toEqual({ noted: true });
  });

  test("one that is overtaken by a later one has not the last word", async () => {
    await type("waschmaschine", 2, 3);
    await type("waschmasch", 1, 8);
    expect(await rows()).toMatchObject([{ query: "waschmaschine", hits: 3 }]);
  });

  test("after thirty seconds, of other people, in other words or after a click they are another search", async () => {
    await type("sieb", 0);
    await type("sieb reinigen", 31);
    await type("sieb", 32, 1, visitor, "b");
    await type("pumpe", 33, 1, visitor, "b");
    setClock(seconds(34));
    await recordClick(visitor, { query: "Pumpe", key: "thread:7", voice: "b" });
    await type("pumpe", 35, 1, visitor, "b");
    expect((await rows()).map(({ query }) => query)).toEqual(["sieb", "sieb reinigen", "sieb", "pumpe", "pumpe"]);
  });

  test("at once are still one", async () => {
    await Promise.all(["f", "fl", "flu", "flus", "fluse", "flusen"].map((text, index) => type(text, index / 10)));
    expect(await rows()).toMatchObject([{ query: "flusen" }]);
  });

  test("what names a person is not kept", async () => {
    await type("rechnung miriam.kessler@example.com 0171 2345678", 0);
    expect(await rows()).toMatchObject([{ query: "rechnung [@] [#]" }]);
  });
});

describe("clicks", () => {
  test("are noted on one's own latest search with these words, each opening once", async () => {
    await type("sieb", 0);
    await type("sieb", 0, 1, asker);
    const click = (key: string) => recordClick(asker, { query: " SIEB ", key });
    expect(await click("article:3")).toEqual({ noted: true });
    expect(await click("article:3")).toEqual({ noted: false });
    expect(await click("thread:9")).toEqual({ noted: true });
    expect(await rows()).toMatchObject([{ clicked: [] }, { clicked: ["article:3", "thread:9"] }]);
    expect(await recordClick(visitor, { query: "sieb", key: "thread:1" })).toEqual({ noted: false });
    expect(await recordClick(asker, { query: "anderes", key: "thread:1" })).toEqual({ noted: false });
    setClock(seconds(3600));
    expect(await recordClick(asker, { query: "sieb", key: "thread:8" })).toEqual({ noted: false });
  });

  test.each([[{ query: "a", key: "member:1" }], [{ query: "a", key: "thread:0" }], [{ key: "thread:1" }], [{ query: "a", key: "thread:1' or 1=1" }]])("refuses %j", async (input) => {
    await expect(recordClick(asker, input)).rejects.toThrow(InvalidInput);
  });
});

describe("what a search ended in", () => {
  test("a question of the same member, and of nobody else", async () => {
    setClock(null);
    const at = (minutesAgo: number) => ({ locale: "de" as const, hits: 0, engine: "postgres", at: new Date(now().getTime() - minutesAgo * 60_000) });
    await logQuery(asker, { text: "lange her", ...at(50) });
    await logQuery(asker, { text: "sieb klemmt", ...at(5) });
    await logQuery(visitor, { text: "etwas anderes", ...at(5), voice: "c" });
    const thread = await makeThread(asker);
    await linkToQuestion({ threadId: thread.id });
    expect((await rows()).map(({ ended_in, ended_thread_id }) => [ended_in, ended_thread_id])).toEqual([
      [null, null],
      ["question", String(thread.id)],
      [null, null],
    ]);
    await linkVisitorSearches("c");
    expect((await rows())[2]).toMatchObject({ ended_in: "question", ended_thread_id: null, member_id: null });
  });
});

test("a search that ended in a question, and that in a conversation, ended there", async () => {
  setClock(null);
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  expect(agent.role).toBe("agent");
  const ends: (string | null)[] = [];
  for (const choice of ["chat", "message"] as const) {
    await inTransaction((tx) => tx.execute(sql`delete from search_queries`));
    const one = await makeMember();
    await logQuery(one, { text: "sieb klemmt", locale: "de", hits: 0, engine: "postgres", at: new Date(now().getTime() - 60_000) });
    const { id: threadId } = await makeThread(one, { category: place.category });
    await linkToQuestion({ threadId });
    ends.push((await rows())[0]?.ended_in ?? null);
    const { conversationId } = await escalateThread(one, threadId, { choice });
    await linkToConversation({ conversationId });
    ends.push((await rows())[0]?.ended_in ?? null);
  }
  expect(ends).toEqual(["question", "chat", "question", "ticket"]);
});

test("whose it was is forgotten after 14 days, the words after 90", async () => {
  await type("sieb", 0, 1, asker);
  const after = async (days: number) => {
    setClock(new Date(start.getTime() + days * 86_400_000 + 60_000));
    await forgetQueries();
    return rows();
  };
  expect(await after(13)).toMatchObject([{ member_id: String(asker.id) }]);
  expect(await after(14)).toMatchObject([{ query: "sieb", member_id: null, ended_thread_id: null, voice: null }]);
  expect(await after(90)).toEqual([]);
  setClock(null);
});

test("whose suggestions they were is forgotten too, but not that they asked all the same", async () => {
  const day = (days: number) => setClock(new Date(Date.now() + days * 86_400_000));
  setClock(null);
  await inTransaction((tx) => tx.execute(sql`delete from suggestion_outcomes`));
  const patient = await makeMember();
  for (const [actor, outcome] of [
    [asker, "left_satisfied"],
    [patient, "left_satisfied"],
    [asker, "abandoned"],
  ] as const)
    await recordSuggestionOutcome(actor, { title: "Sieb von sieb@example.com", shown: [], outcome });
  await makeThread(asker);
  day(15);
  await forgetQueries();
  setClock(null);
  const { rows: kept } = await db.execute(sql`select title, outcome, member_id from suggestion_outcomes order by id`);
  expect(kept).toEqual([
    { title: "Sieb von [@]", outcome: "posted_anyway", member_id: null },
    { title: "Sieb von [@]", outcome: "left_satisfied", member_id: null },
    { title: "", outcome: "abandoned", member_id: null },
  ]);
  const { rows: audits } = await db.execute(sql`select actor_id from audit_log where action = 'suggestions.outcome'`);
  expect(audits.every(({ actor_id }) => actor_id === null)).toBe(true);
});
