import { beforeAll, expect, test } from "vitest";
import { countQueries, db } from "@/db/client";
import { settings } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { listHelpers } from "@/lib/answers/list-helpers";
import { listTopHelpers } from "@/lib/answers/list-top-helpers";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { listArticles } from "@/lib/articles/list-articles";
import { loadCategories } from "@/lib/categories/load-categories";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { getPopularSearches } from "@/lib/settings/get-popular-searches";
import { getProducts } from "@/lib/settings/get-products";
import { countUnanswered } from "./count-unanswered";
import { getKnownProblem } from "./get-known-problem";
import { listCommonSteps } from "./list-common-steps";
import { listThreads } from "./list-threads";
import { lockThread } from "./lock-thread";
import { pinThread } from "./pin-thread";

testDatabase();

const today = new Date("2026-03-20T10:00:00Z");
let asker: Member;
let helper: Member;
let manager: Member;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "staff-room", audience: "staff" });
  asker = await makeMember();
  helper = await makeMember();
  manager = await makeMember({ role: "manager" });
});

async function solved(by: Member, at: string, category = "washing") {
  setClock(new Date(at));
  const thread = await makeThread(category === "washing" ? asker : manager, { category });
  const answer = await makeAnswer(by, thread.id);
  await setAcceptance(category === "washing" ? asker : manager, answer, true);
  setClock(today);
}

test("helped most this week: members by accepted answers of seven days, in topics that all may see", async () => {
  await solved(helper, "2026-03-18T10:00:00Z");
  await solved(helper, "2026-03-19T10:00:00Z");
  await solved(helper, "2026-03-01T10:00:00Z");
  await solved(manager, "2026-03-19T10:00:00Z");
  expect(await listTopHelpers()).toMatchObject([{ id: helper.id, solutions: 2, topic: { en: expect.any(String) } }]);
});

test("who helps here: everybody with a solution, page by page", async () => {
  const first = await listHelpers({ limit: 1 });
  expect(first.items).toMatchObject([{ id: helper.id, acceptedCount: 3 }]);
  const second = await listHelpers({ limit: 1, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ items: [{ id: manager.id }], nextCursor: null });
});

test("a known problem is an announcement on top that is open, in the reader's language and for everybody", async () => {
  const announce = async (wishes: Record<string, unknown>) => {
    const thread = await makeThread(manager, { kind: "announcement", category: "washing", locale: "en", ...wishes });
    await pinThread(manager, { id: thread.id, pinned: true });
    return thread;
  };
  expect(await getKnownProblem(visitor, "en")).toBeNull();
  await announce({ category: "staff-room" });
  await announce({ locale: "de" });
  expect(await getKnownProblem(visitor, "en")).toBeNull();
  const problem = await announce({});
  expect(await getKnownProblem(visitor, "en")).toMatchObject({ id: problem.id });
  await lockThread(manager, { id: problem.id, locked: true, reason: "Heated" });
  expect(await getKnownProblem(visitor, "en")).toBeNull();
});

test("steps that many have tried are offered, the most common first", async () => {
  await makeThread(asker, { category: "washing", locale: "de", tried: ["Neu gestartet", "Sieb gereinigt"] });
  await makeThread(asker, { category: "washing", locale: "de", tried: ["Sieb gereinigt"] });
  expect(await listCommonSteps("de")).toEqual(["Sieb gereinigt", "Neu gestartet"]);
  expect(await listCommonSteps("en")).toEqual([]);
});

test("settings of another shape are as good as none", async () => {
  expect(await getPopularSearches("en")).toEqual([]);
  await db.insert(settings).values([
    { key: "company.popularSearches", value: { en: ["fix E18", 5], de: "nothing" } },
    { key: "company.products", value: [{ name: "Lenta W7" }, { slug: "nameless" }, null] },
  ]);
  expect(await getPopularSearches("en")).toEqual(["fix E18"]);
  expect(await getPopularSearches("de")).toEqual([]);
  expect(await getProducts()).toEqual(["Lenta W7"]);
});

test("the start page asks eight questions at most", async () => {
  const { queries } = await countQueries(async () => {
    const categories = await loadCategories(visitor);
    await listThreads(visitor, { locale: "en", sort: "latest", limit: 15 }, categories);
    await getKnownProblem(visitor, "en");
    await countUnanswered(visitor, "en");
    await listArticles(visitor, { locale: "en", sort: "helpful", limit: 4 });
    await listTopHelpers(3);
    await getPopularSearches("en");
  });
  expect(queries).toBeLessThanOrEqual(8);
});
