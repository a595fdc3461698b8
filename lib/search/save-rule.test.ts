import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { countQueries, db, inTransaction } from "@/db/client";
import { auditLog, searchRules } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makePeople, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { indexChanges } from "./index-changes";
import { readSearchTuning } from "./read-tuning";
import { removeRule } from "./remove-rule";
import { saveRule } from "./save-rule";
import { search } from "./search";
import { undoRule } from "./undo-rule";

testDatabase();

let manager: Member;
let agent: Member;
let asker: Member;

beforeAll(async () => {
  ({ manager, agent, asker } = await makePeople());
});

const synonyms = (...words: string[]) => ({ locale: "de", kind: "synonyms", data: { words } });

describe("teaching the search", () => {
  test("a rule is in force at once, with an audit row, and costs one query until it is known", async () => {
    const { id } = await saveRule(manager, synonyms("Waschmaschine", "Waschautomat"));
    const first = await countQueries(() => readSearchTuning());
    const second = await countQueries(() => readSearchTuning());
    expect(first.result.de.synonyms).toContainEqual(["Waschmaschine", "Waschautomat"]);
    expect([first.queries, second.queries]).toEqual([1, 0]);
    const [audit] = await db.select().from(auditLog).where(eq(auditLog.action, "search_rule.saved")).orderBy(desc(auditLog.id)).limit(1);
    expect(audit).toMatchObject({ actorId: manager.id, targetId: String(id), data: { kind: "synonyms", locale: "de" } });
  });

  test("agents, members and visitors may not", async () => {
    for (const actor of [agent, asker, visitor]) {
      await expect(saveRule(actor, synonyms("eins", "zwei"))).rejects.toThrow(Forbidden);
      await expect(removeRule(actor, { id: 1 })).rejects.toThrow(Forbidden);
      await expect(undoRule(actor, { id: 1 })).rejects.toThrow(Forbidden);
    }
  });

  test.each([
    [synonyms("eins")],
    [synonyms("eins", "Eins")],
    [synonyms("", "zwei")],
    [synonyms("!!", "zwei")],
    [{ locale: "fr", kind: "synonyms", data: { words: ["a", "b"] } }],
    [{ locale: "de", kind: "stop_word", data: { word: "zwei Wörter" } }],
    [{ locale: "de", kind: "pin", data: { query: "filter", keys: ["member:3"] } }],
    [{ locale: "de", kind: "pin", data: { query: "?!", keys: ["thread:3"] } }],
    [{ locale: "de", kind: "weights", data: { article: 9 } }],
    [{ locale: "de", kind: "magic", data: {} }],
    [null],
  ])("refuses %j", async (input) => {
    await expect(saveRule(manager, input)).rejects.toThrow(InvalidInput);
  });

  test("an edit takes the old rule's place; undoing brings it back; undoing twice is as before", async () => {
    const { id } = await saveRule(manager, synonyms("Kochfeld", "Herdplatte"));
    const { id: newer } = await saveRule(manager, { ...synonyms("Kochfeld", "Herdplatte", "Ceranfeld"), replacesId: id });
    const inForce = async () => (await readSearchTuning()).de.synonyms.filter(([word]) => word === "Kochfeld");
    expect(await inForce()).toEqual([["Kochfeld", "Herdplatte", "Ceranfeld"]]);
    await undoRule(manager, { id: newer });
    expect(await inForce()).toEqual([["Kochfeld", "Herdplatte"]]);
    await expect(saveRule(manager, { ...synonyms("x1", "x2"), replacesId: newer })).rejects.toThrow(NotFound);
    await removeRule(manager, { id });
    expect(await inForce()).toEqual([]);
    await undoRule(manager, { id });
    expect(await inForce()).toEqual([["Kochfeld", "Herdplatte"]]);
  });

  test("there is one set of weights of a language, and what was replaced does not come back beside it", async () => {
    const first = await saveRule(manager, { locale: "en", kind: "weights", data: { article: 1.5 } });
    const second = await saveRule(manager, { locale: "en", kind: "weights", data: { article: 0.8, solved: 1.2 } });
    expect((await readSearchTuning()).en.weights).toEqual({ article: 0.8, solved: 1.2, open: 1 });
    await expect(undoRule(manager, { id: first.id })).rejects.toThrow("error.search.replaced");
    await undoRule(manager, { id: second.id });
    expect((await readSearchTuning()).en.weights.article).toBe(1.5);
    await undoRule(manager, { id: first.id });
    expect((await readSearchTuning()).en.weights.article).toBe(1);
  });

  test("a row that makes no sense is left out and breaks nothing", async () => {
    const [row] = await db.insert(searchRules).values({ locale: "de", kind: "pin", data: { query: 3 } }).returning({ id: searchRules.id });
    await removeRule(manager, { id: (await saveRule(manager, synonyms("neu1", "neu2"))).id });
    expect((await readSearchTuning()).de.pins).toEqual([]);
    await db.delete(searchRules).where(eq(searchRules.id, row?.id ?? 0));
  });
});

describe("what is pinned", () => {
  test("comes first for these words in any form, only where it fits the filter, and never when it may not be seen", async () => {
    const category = await makeCategory();
    const about = await makeThread(asker, { title: "Flimmerkiste brummt beim Kochen", locale: "de", category: category.slug });
    const other = await makeThread(asker, { title: "Was tun, wenn es müffelt?", locale: "de", category: category.slug });
    await indexChanges();
    const find = async (q: string, more = {}) => (await search(visitor, { q, preferLocale: "de", ...more })).hits.map(({ id }) => id);
    expect(await find("Flimmerkiste brummt")).toEqual([about.id]);
    await saveRule(manager, { locale: "de", kind: "pin", data: { query: "Brummt: die Flimmerkisten", keys: [`thread:${other.id}`, "article:99999"] } });
    expect(await find("brummt die Flimmerkiste")).toEqual([other.id, about.id]);
    expect(await find("Flimmerkiste")).toEqual([about.id]);
    expect(await find("Flimmerkiste brummt", { kinds: "article" })).toEqual([]);
    expect(await find("Flimmerkiste brummt", { locale: "en" })).toEqual([]);
    await inTransaction((tx) => changeThreadStatus(tx, manager, other.id, "hidden"));
    expect(await find("Flimmerkiste brummt")).toEqual([about.id]);
  });
});

test("weights move a kind up or down", async () => {
  const category = await makeCategory();
  const open = await makeThread(asker, { title: "Knatterding leuchtet grün und pfeift", locale: "de", category: category.slug });
  const longer = await makeThread(asker, { title: "Knatterding leuchtet", locale: "de", category: category.slug });
  await indexChanges();
  const find = async () => (await search(visitor, { q: "Knatterding leuchtet grün", preferLocale: "de" })).hits.map(({ id }) => id);
  expect(await find()).toEqual([open.id, longer.id]);
  await db.execute(`update threads set state = 'solved' where id = ${longer.id}`);
  await db.execute(`update search_documents set state = 'solved' where doc_id = ${longer.id} and kind = 'thread'`);
  await saveRule(manager, { locale: "de", kind: "weights", data: { solved: 2, open: 0.5 } });
  expect(await find()).toEqual([longer.id, open.id]);
});
