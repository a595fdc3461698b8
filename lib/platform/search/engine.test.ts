import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { searchDocument } from "@/db/testing/search-document";
import type { Locale } from "../i18n/locale";
import type { SearchDocument, SearchEngine, SearchFilter } from "./engine";
import { meilisearchEngine } from "./meilisearch-engine";
import { hasMeilisearch, type RunningMeilisearch, startMeilisearch } from "./meilisearch-for-tests";
import { parseQuery } from "./parse-query";
import { postgresEngine } from "./postgres-engine";
import { rank } from "./rank";
import { readCandidates } from "./read-candidates";
import { understandQuery } from "./understand-query";

testDatabase();

const documents = [
  document(
    "thread:1",
    "en",
    "W7 stops with 14 minutes left and will not spin",
    "The drum is full of water.",
    "A sock in the drain path keeps the water in. Clear the pump wheel.",
  ),
  document(
    "thread:2",
    "en",
    "Coffee tastes of nothing",
    "My Miro makes watery coffee.",
    "Set the grinder finer.",
  ),
  document(
    "thread:3",
    "de",
    "Größe der Wäschetrommel beim Lenta W9",
    "Wie viel Wäsche passt in die Trommel?",
    "Acht Kilogramm, sagt das Typenschild.",
  ),
  document(
    "thread:4",
    "de",
    "Waschmaschine pumpt nicht ab",
    "Fehler E18 steht im Display.",
    "Bitte das Flusensieb reinigen.",
  ),
  document(
    "article:1",
    "en",
    "When the drum does not spin",
    "Check the drain hose, then the filter, then the pump.",
    "",
    { state: "published" },
  ),
  document(
    "article:2",
    "de",
    "Flusensieb und Pumpe reinigen",
    "So geht es bei allen Lenta-Modellen, auch bei der CCU-Steuerung.",
    "",
    { state: "published", tags: ["lenta"] },
  ),
  document("thread:5", "en", "Only for members: spin class", "spin", "", { audience: "members" }),
  document("thread:6", "en", "Secret spin plans of the staff", "spin", "", {
    audience: "staff",
    categoryId: 9,
  }),
];

describe("postgres", () => contract(() => postgresEngine));

describe.skipIf(!hasMeilisearch)("meilisearch", () => {
  let running: RunningMeilisearch;
  let engine: SearchEngine;
  beforeAll(async () => {
    running = await startMeilisearch();
    const made = meilisearchEngine(running.url, running.key, `test_${process.pid}`);
    await made.replaceAll((async function* () {})());
    engine = made;
  });
  afterAll(() => running.stop());
  contract(() => engine);
});

/** What every engine must do. Counts of terms always come from the database, as they do on a site. */
function contract(engineOf: () => SearchEngine) {
  const put = async (some: SearchDocument[]) => {
    await postgresEngine.put(some);
    if (engineOf() !== postgresEngine) await engineOf().put(some);
  };
  const remove = async (keys: string[]) => {
    await postgresEngine.remove(keys);
    if (engineOf() !== postgresEngine) await engineOf().remove(keys);
  };
  beforeAll(() => put(documents));

  async function find(text: string, filter: Partial<SearchFilter> = {}): Promise<string[]> {
    const query = await understandQuery(parseQuery(text), { audiences: ["public"], ...filter }, 50);
    const { hits, total } = await engineOf().search(query);
    expect(total).toBeGreaterThanOrEqual(hits.length);
    const candidates = await readCandidates(
      hits.map(({ key }) => key),
      query,
    );
    return rank(candidates, query.words, query.statistics).map(({ key }) => key);
  }

  test.each([
    ["words in any order, not all of them there", "why does my w7 not spin any more", "thread:1"],
    ["inflected words", "spinning drums", "article:1"],
    ["the answer's words", "sock", "thread:1"],
    ["German inflection", "Waschmaschinen pumpen nicht", "thread:4"],
    ["ß and umlauts written out", "groesse waeschetrommel ", "thread:3"],
    ["umlauts left out", "grosse waschetrommel ", "thread:3"],
    ["the beginning of a word that is being typed", "flusens", "article:2"],
    ["a swapped letter", "coffee grindre ", "thread:2"],
    ["a missing letter", "Flusnsieb ", "article:2"],
    ["names with numbers, exactly", "E18 ", "thread:4"],
    ["a part of a word with a hyphen", "Steuerung", "article:2"],
    ["a word with a hyphen written as one", "CCUSteuerung ", "article:2"],
    ["a phrase", '"pump wheel"', "thread:1"],
    ["a phrase with a small word inside", '"full of water"', "thread:1"],
  ])("finds %s", async (_, text, key) => expect((await find(text))[0]).toBe(key));

  test("leaves out what is excluded", async () => {
    expect(await find("drum spin")).toEqual(expect.arrayContaining(["thread:1", "article:1"]));
    const left = await find("drum spin -sock");
    expect(left).toContain("article:1");
    expect(left).not.toContain("thread:1");
  });

  test("finds a phrase only where it stands so", async () => {
    expect(await find('"wheel pump"')).toEqual([]);
    expect(await find('"geht es bei allen"')).toEqual(["article:2"]);
    expect(await find('"geht nicht mehr"')).toEqual([]);
  });

  test("leaves out what holds an excluded phrase, small words and all", async () => {
    expect(await find('Pumpe -"geht nicht mehr"')).toContain("article:2");
    expect(await find('Pumpe -"geht es bei allen"')).not.toContain("article:2");
  });

  test.each<[string, Partial<SearchFilter>, string[]]>([
    ["kind", { kinds: ["article"] }, ["article:1"]],
    ["state", { states: ["published"] }, ["article:1"]],
    ["language", { locale: "de" }, []],
    ["category", { categoryIds: [9] }, []],
    ["category none", { categoryIds: [] }, []],
    ["tag", { tags: ["lenta"] }, []],
  ])("filters by %s", async (_, filter, keys) => expect(await find("drum spin", filter)).toEqual(keys));

  test("filters by tag what has it", async () =>
    expect(await find("Pumpe", { tags: ["lenta", "another"] })).toEqual(["article:2"]));

  test("keeps audiences apart", async () => {
    expect(await find("spin plans class")).not.toEqual(expect.arrayContaining(["thread:5"]));
    expect(await find("spin", { audiences: ["public", "members"] })).toContain("thread:5");
    expect(await find("spin", { audiences: ["public", "members"] })).not.toContain("thread:6");
    expect(await find("spin", { audiences: ["public", "members", "staff"] })).toContain("thread:6");
  });

  test("takes the newer text of a document", async () => {
    await put([document("thread:7", "en", "Oven door squeaks", "Since Monday.", "", { version: 2 })]);
    expect(await find("squeaks")).toEqual(["thread:7"]);
    await put([document("thread:7", "en", "Oven door whistles", "Since Monday.", "", { version: 3 })]);
    expect(await find("whistles")).toEqual(["thread:7"]);
    expect(await find('"squeaks"')).toEqual([]);
  });

  test("forgets what is removed, and does not mind what was never there", async () => {
    await put([document("thread:8", "en", "Zebra stripes on the plate", "", "")]);
    expect(await find("zebra")).toEqual(["thread:8"]);
    await remove(["thread:8", "thread:99999"]);
    expect(await find("zebra")).toEqual([]);
  });

  test("lists every key with its version", async () => {
    const listed = new Map<string, number>();
    for await (const portion of engineOf().list())
      for (const { key, version } of portion) listed.set(key, version);
    expect(listed.get("thread:7")).toBe(3);
    for (const { key } of documents) expect(listed.has(key)).toBe(true);
  });

  test("is replaced as a whole", async () => {
    const only = [document("thread:20", "en", "Lonely toaster", "", "")];
    const portions = async function* () {
      yield only;
    };
    await engineOf().replaceAll(portions());
    if (engineOf() !== postgresEngine) await postgresEngine.replaceAll(portions());
    expect(await find("toaster")).toEqual(["thread:20"]);
    expect(await find("flusensieb")).toEqual([]);
    await put(documents);
    expect(await find("flusensieb")).toContain("article:2");
  });
}

function document(
  key: string,
  locale: Locale,
  title: string,
  body: string,
  replies: string,
  wishes: Partial<SearchDocument> = {},
): SearchDocument {
  const at = new Date("2026-01-01T00:00:00Z");
  return searchDocument(key, { locale, title, body, replies, answer: replies, state: "answered", url: `/${key}`, authorName: "Ines", createdAt: at, updatedAt: at, ...wishes });
}
