import { beforeAll, describe, expect, test } from "vitest";
import { countQueries, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { type Actor, type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { changeThreadStatus } from "./change-thread-status";
import { countUnanswered } from "./count-unanswered";
import { listThreads } from "./list-threads";
import { setMeToo } from "./set-me-too";
import type { ThreadFilter } from "./thread-view";

testDatabase();

let asker: Member;
let helper: Member;
let agent: Member;
const made: Record<string, number> = {};

async function ask(key: string, author: Member, wishes: Record<string, unknown>) {
  made[key] = (await makeThread(author, wishes)).id;
}

beforeAll(async () => {
  const top = await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "machines", parentId: top.id });
  await makeCategory({ slug: "coffee" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
  asker = await makeMember({ name: "asker" });
  helper = await makeMember();
  agent = await makeMember({ role: "agent" });
  // The same millisecond for all: only ids settle the order.
  setClock(new Date("2026-03-01T10:00:00Z"));
  await ask("a", asker, { category: "washing", tags: ["e18"] });
  await ask("b", asker, { category: "machines", tags: ["e18"] });
  await ask("c", helper, { category: "machines", locale: "de" });
  await ask("d", helper, { category: "coffee", tags: ["e18"] });
  await ask("e", helper, { category: "coffee", kind: "discussion" });
  await ask("secret", agent, { category: "staff-room", tags: ["e18"] });
  await ask("hidden", asker, { category: "coffee", tags: ["e18"] });
  await inTransaction((tx) => changeThreadStatus(tx, agent, made.hidden ?? 0, "hidden"));
  setClock(new Date("2026-03-02T10:00:00Z"));
  const solution = await makeAnswer(helper, made.a ?? 0);
  await setAcceptance(asker, solution, true);
  await makeAnswer(agent, made.d ?? 0);
  await setMeToo(agent, { id: made.b, on: true });
  await setMeToo(helper, { id: made.b, on: true });
  await setMeToo(asker, { id: made.c, on: true });
  setClock(null);
});

async function keys(actor: Actor, filter: ThreadFilter): Promise<string> {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listThreads(actor, { ...filter, cursor });
    seen.push(...page.items.map((row) => row.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && seen.length < 100);
  return seen.map((id) => Object.keys(made).find((key) => made[key] === id)).join(" ");
}

describe("listThreads", () => {
  test.each<[string, ThreadFilter, string]>([
    ["the latest activity", {}, "d a e c b"],
    ["a category with those below", { category: "washing" }, "a c b"],
    ["a category alone", { category: "machines" }, "c b"],
    ["a tag, newest first", { tag: "e18" }, "d b a"],
    ["an author, newest first", { author: "asker" }, "b a"],
    ["a language", { locale: "de" }, "c"],
    ["a state", { state: "solved" }, "a"],
    ["a kind", { kind: "discussion" }, "e"],
    ["unanswered questions", { sort: "unanswered" }, "c b"],
    ["unanswered questions of a category", { sort: "unanswered", category: "washing" }, "c b"],
    ["what many have", { sort: "needs" }, "b c e d a"],
    ["freshly solved", { sort: "solved" }, "a"],
    ["a category and a tag", { category: "washing", tag: "e18" }, "b a"],
    ["a tag that is not there", { tag: "nothing" }, ""],
    ["an author who is not there", { author: "nobody" }, ""],
    ["a category that is not there", { category: "nothing" }, ""],
    ["a category one may not see", { category: "staff-room" }, ""],
  ])("%s, in pages of any size", async (_, filter, expected) => {
    for (const limit of [1, 2, 50]) expect(await keys(visitor, { ...filter, limit })).toBe(expected);
  });

  test("staff also see their own categories, nobody sees hidden threads", async () => {
    expect(await keys(agent, {})).toBe("d a secret e c b");
    expect(await keys(agent, { category: "staff-room" })).toBe("secret");
  });

  test("rows say what a list shows, in two queries", async () => {
    const { result, queries } = await countQueries(() => listThreads(visitor, { limit: 2 }));
    expect(queries).toBeLessThanOrEqual(3);
    expect(result.items[0]).toMatchObject({ official: true, state: "answered", answerCount: 1, category: { slug: "coffee" } });
    expect(result.items[1]).toMatchObject({ official: false, state: "solved", author: { name: "asker" } });
  });

  test("refuses limits and orders that are none; a strange cursor begins anew", async () => {
    await expect(listThreads(visitor, { limit: 51 })).rejects.toBeInstanceOf(InvalidInput);
    await expect(listThreads(visitor, { sort: "best" as "latest" })).rejects.toBeInstanceOf(InvalidInput);
    expect((await listThreads(visitor, { cursor: "W10" })).items).toHaveLength(5);
  });
});

test("countUnanswered counts questions that wait", async () => {
  expect(await countUnanswered(visitor)).toBe(2);
  expect(await countUnanswered(visitor, "de")).toBe(1);
});
