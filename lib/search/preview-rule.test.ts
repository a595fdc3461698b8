import { beforeAll, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { searchQueries, searchRules } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makePeople, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput } from "@/lib/platform/errors";
import { indexChanges } from "./index-changes";
import { listQueries } from "./list-queries";
import { previewRule } from "./preview-rule";

testDatabase();

let manager: Member;
let asker: Member;
let agent: Member;
const made: Record<string, number> = {};

const searched = (query: string, times: number, more: Partial<typeof searchQueries.$inferInsert> = {}) =>
  inTransaction((tx) => tx.insert(searchQueries).values(Array.from({ length: times }, () => ({ query, locale: "de" as const, hits: 0, engine: "postgres", createdAt: new Date(), ...more }))));

beforeAll(async () => {
  ({ manager, agent, asker } = await makePeople());
  const category = await makeCategory();
  for (const title of ["Rührquirl klemmt im Gehäuse", "Rührquirl abnehmen", "Wackelfuß einstellen"]) {
    made[title] = (await makeThread(asker, { title, locale: "de", category: category.slug })).id;
  }
  await indexChanges();
  await searched("schneebesen klemmt", 7);
  await searched("Schneebesen", 3);
  await searched("wackelfuß", 4, { hits: 1, clicked: [`thread:${made["Wackelfuß einstellen"]}`] });
  await searched("[@] schneebesen", 5);
});

test("shows what a synonym would do to the recent searches it is about, and saves nothing", async () => {
  const preview = await previewRule(manager, { locale: "de", kind: "synonyms", data: { words: ["Schneebesen", "Rührquirl"] } });
  expect(preview.concerned).toBe(2);
  expect(preview.queries.map(({ query, searches }) => [query, searches]).sort(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
    ["Rührquirl", 0],
    ["schneebesen", 3],
    ["schneebesen klemmt", 7],
  ]);
  // What changes comes first.
  expect(preview.queries.map(({ changed }) => changed).at(-1)).toBe(false);
  const alone = preview.queries.find(({ query }) => query === "schneebesen");
  expect(alone).toMatchObject({ changed: true, before: [], after: [{ other: null }, { other: null }] });
  const both = preview.queries.find(({ query }) => query === "schneebesen klemmt");
  expect(both?.after[0]?.key).toBe(`thread:${made["Rührquirl klemmt im Gehäuse"]}`);
  expect(await db.select().from(searchRules)).toEqual([]);
});

test("marks what a pin moves up, and that others move down", async () => {
  const key = `thread:${made["Rührquirl abnehmen"]}`;
  const preview = await previewRule(manager, { locale: "de", kind: "pin", data: { query: "Rührquirl klemmt Gehäuse", keys: [key] } });
  const [query] = preview.queries;
  expect(query).toMatchObject({ changed: true, searches: 0 });
  expect(query?.after[0]).toMatchObject({ key });
  expect(query?.after[1]).toMatchObject({ key: `thread:${made["Rührquirl klemmt im Gehäuse"]}`, other: 0 });
});

test("is for managers, and refuses what could not be saved", async () => {
  const rule = { locale: "de", kind: "synonyms", data: { words: ["eins", "zwei"] } };
  for (const actor of [agent, asker, visitor]) {
    await expect(previewRule(actor, rule)).rejects.toThrow(Forbidden);
    await expect(listQueries(actor, { locale: "de", days: 28, pick: "all" })).rejects.toThrow(Forbidden);
  }
  await expect(previewRule(manager, { ...rule, data: { words: ["eins"] } })).rejects.toThrow(InvalidInput);
  await expect(previewRule(manager, null)).rejects.toThrow(InvalidInput);
});

test("the log tells how often, without result, unopened and what it ended in, and nobody's name", async () => {
  await searched("rührquirl preis", 4, { hits: 3, endedIn: "question", memberId: asker.id });
  const pick = async (name: "all" | "without" | "noClick" | "ended") => (await listQueries(manager, { locale: "de", days: 28, pick: name })).items;
  expect((await pick("without")).map(({ query, searches }) => [query, searches])).toEqual([
    ["schneebesen klemmt", 7],
    ["[@] schneebesen", 5],
    ["schneebesen", 3],
  ]);
  expect((await pick("noClick")).map(({ query }) => query)).toEqual(["rührquirl preis"]);
  expect(await pick("ended")).toMatchObject([{ query: "rührquirl preis", question: 4, chat: 0 }]);
  const all = await listQueries(manager, { locale: "de", days: 7, pick: "all" });
  expect(all.totals).toEqual({ all: 23, without: 15, noClick: 4, ended: 4 });
  expect(all.items.find(({ query }) => query === "wackelfuß")).toMatchObject({ clicked: 4, opened: { title: "Wackelfuß einstellen" }, trend: [0, 0, 0, 0, 0, 4] });
  expect(JSON.stringify(all)).not.toContain(asker.name);
  expect((await listQueries(manager, { locale: "en", days: 84, pick: "all" })).items).toEqual([]);
});
