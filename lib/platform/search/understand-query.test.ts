import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { searchDocument } from "@/db/testing/search-document";
import type { Locale } from "../i18n/locale";
import { parseQuery } from "./parse-query";
import { postgresEngine } from "./postgres-engine";
import { rank } from "./rank";
import { readCandidates } from "./read-candidates";
import { understandQuery } from "./understand-query";
import { noWordTunings, type WordTunings } from "./word-tuning";

testDatabase();

const texts: [Locale, string, string][] = [
  ["de", "Waschmaschine läuft aus", "Unter der Tür steht Wasser."],
  ["de", "Flusensieb reinigen", "Das Sieb sitzt unten rechts, die Klappe davor geht leicht auf."],
  ["de", "Nebenkonto einrichten", "So legen Sie es an."],
  ["en", "Printer does not print", "The queue is stuck."],
  ["en", "Second account for the family", "Add it in the settings."],
  ["en", "Battery drains overnight", "Piece by piece."],
];

beforeAll(() => postgresEngine.put(texts.map(([locale, title, body], index) => searchDocument(`thread:${index + 1}`, { locale, title, body }))));

describe("a query means", () => {
  test.each([
    ["two words that others write as one", "wasch maschine", 1],
    ["one word that others write as two", "Siebklappe", 2],
    ["a misspelt long word", "Waschmaschiene", 1],
    ["two letters swapped in a short one", "Seib", 2],
    ["a letter too few", "batery", 6],
    ["a beginning", "flusens", 2],
    ["a small word with swapped letters and a telling one", "nciht Flusensieb", 2],
    ["spelled-out umlauts", "Tuer Wasser", 1],
  ])("%s: %s", async (_, typed, id) => expect((await found(typed))[0]).toBe(`thread:${id}`));

  test("what was probably meant", async () => {
    const { words } = await understandQuery({ ...parseQuery("batery drains"), open: false }, { audiences: ["public"] }, 10);
    expect(words.find(({ text }) => text === "batery")?.meant).toEqual({ locale: "en", term: "batteri" });
    expect(words.find(({ text }) => text === "drains")?.meant).toBeUndefined();
  });
});

describe("what managers taught", () => {
  const taught = (de: Partial<WordTunings["de"]>, en: Partial<WordTunings["en"]> = {}): WordTunings => ({
    de: { ...noWordTunings.de, ...de },
    en: { ...noWordTunings.en, ...en },
  });

  test("one word for another", async () => {
    expect(await found("Bottich")).not.toContain("thread:1");
    expect(await found("Bottich", taught({ synonyms: [["Bottich", "Waschmaschine"]] }))).toContain("thread:1");
  });

  test("several words for one, and one for several", async () => {
    const both = taught({ synonyms: [["zweites Konto", "Nebenkonto"]] }, { synonyms: [["second account", "subaccount"]] });
    expect((await found("zweites Konto", both))[0]).toBe("thread:3");
    expect((await found("subaccount", both))[0]).toBe("thread:5");
  });

  test("one way only", async () => {
    const oneWay = taught({}, { oneWay: [{ from: "plotter", to: ["printer"] }] });
    expect(await found("plotter", oneWay)).toEqual(["thread:4"]);
    expect(await found("printer", taught({}, { oneWay: [{ from: "printer", to: ["battery"] }] }))).toContain("thread:6");
    expect(await found("battery", oneWay)).toEqual(["thread:6"]);
  });

  test("words that tell nothing here", async () => {
    expect(await found("family printer")).toContain("thread:5");
    expect(await found("family printer", taught({}, { stopWords: ["family"] }))).toEqual(["thread:4"]);
    expect(await found("family", taught({}, { stopWords: ["family"] }))).toEqual(["thread:5"]);
  });
});

describe("whatever is typed is understood at once", () => {
  test.each([
    ["500 words", Array.from({ length: 500 }, (_, at) => `wort${at} sieb`).join(" ")],
    ["500 unknown words", Array.from({ length: 500 }, (_, at) => `q${"abcdefghij"[at % 10]}x${"klmnopqrst"[Math.floor(at / 10) % 10]}yz`).join(" ")],
    ["only punctuation", '?!… --- "" «»'],
    ["unbalanced quotes", '"Sieb „reinigen'],
    ["control characters", "Sieb\u0000\u0007\u200b reinigen\u202e"],
    ["right to left", "مسح المرشح ניקוי"],
    ["a word of 10,000 letters", "x".repeat(10_000)],
    ["a compound of 10,000 letters", "sieb".repeat(2_500)],
    ["sixty letters that could be split everywhere", "haus".repeat(15)],
    ["tsquery signs", "a & b | !c:* <-> 'd\\'"],
  ])("%s", async (_, typed) => {
    expect(Array.isArray(await found(typed))).toBe(true);
  });
});

async function found(typed: string, tuning?: WordTunings): Promise<string[]> {
  const query = await understandQuery(parseQuery(typed), { audiences: ["public"] }, 20, [], tuning);
  const { hits } = await postgresEngine.search(query);
  return rank(await readCandidates(hits.map(({ key }) => key), query), query.words, query.statistics).map(({ key }) => key);
}
