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
  ["de", "Einstellungen zurücksetzen", "Danach ist alles wie am ersten Tag."],
  ["de", "Der Akkustatus stimmt nicht", "Er springt hin und her."],
  ["de", "Akku wird heiß", "Der Status der Ladung ist unklar."],
  ["en", "Computer freezes", "It starts again by itself."],
  ["en", "Computer is slow", "As if it were asleep."],
  ["de", "Fehler E18", "Das Wasser läuft nicht ab."],
  ["de", "Fehler beim Anmelden", "Das Kennwort stimmt."],
  ["de", "Feler nach dem Update", "Seit gestern."],
  ["en", "Chapter two of the manual is missing", "The first is there."],
  ["de", "Eigene Tasse unter dem Auslauf", "Sie passt nicht."],
  ["de", "Pumpe der Maschine brummt", "Nach dem Waschen, not made for this."],
];

beforeAll(() => postgresEngine.put(texts.map(([locale, title, body], index) => searchDocument(`thread:${index + 1}`, { locale, title, body }))));

describe("a query means", () => {
  test.each([
    ["two words that others write as one", "wasch maschine", 1],
    ["one word that others write as two", "Siebklappe", 2],
    ["a misspelt long word", "Waschmaschiene", 1],
    ["two letters swapped in a short one", "Seib", 2],
    ["a letter too few", "batery", 6],
    ["a wrong letter in an ending", "Einstellugnen", 7],
    ["a misspelt compound", "Akkustaus", 8],
    ["a compound of which nobody wrote even a part that is one itself", "Waschmaschinenpumpe", 17],
    ["a beginning", "flusens", 2],
    ["a small word with swapped letters and a telling one", "nciht Flusensieb", 2],
    ["spelled-out umlauts", "Tuer Wasser", 1],
  ])("%s: %s", async (_, typed, id) => expect((await found(typed))[0]).toBe(`thread:${id}`));

  test("what a misspelt compound is made of", async () => expect(await found("Akkustaus")).toContain("thread:9"));

  test("what is one letter away rather than what looks like it without its ending", async () => {
    expect(new Set((await found("compter")).slice(0, 2))).toEqual(new Set(["thread:10", "thread:11"]));
  });

  test("of two likely meanings rather the one that more people write", async () => {
    const { words } = await understandQuery(parseQuery("fheler "), { audiences: ["public"], locale: "de" }, 10);
    const [often, once] = ["fehl", "fel"].map((term) => words[0]?.terms.find((each) => each.term === term));
    expect(words[0]?.meant?.term).toBe("fehl");
    expect(once?.weight).toBeLessThan(often?.weight ?? 0);
  });

  test("words joined by hyphens as words of their own", async () => {
    const { words } = await understandQuery(parseQuery("Akku-Hitzeproblem "), { audiences: ["public"] }, 10);
    expect(words.find(({ text }) => text === "Akku-Hitzeproblem")?.terms.filter(({ part }) => !part)).toEqual([]);
  });

  test.each([
    ["a stem of three letters that another word happens to have", "ewig"],
    ["a stem that holds less than half of it", "forever"],
    ["a word that begins otherwise", "Rasse"],
  ])("nothing, rather than %s: %s", async (_, typed) => {
    const { words } = await understandQuery(parseQuery(`${typed} `), { audiences: ["public"] }, 10);
    expect(words[0]?.terms).toEqual([]);
  });

  test("what was probably meant", async () => {
    const { words } = await understandQuery({ ...parseQuery("batery drains"), open: false }, { audiences: ["public"] }, 10);
    expect(words.find(({ text }) => text === "batery")?.meant).toEqual({ locale: "en", term: "batteri" });
    expect(words.find(({ text }) => text === "drains")?.meant).toBeUndefined();
  });
});

test("a word tells as much in the language in which few write it as in the other", async () => {
  const spins = Array.from({ length: 8 }, (_, at) => searchDocument(`article:${100 + at}`, { title: `Programme ${at}`, body: "Choose how fast it may spin at the end." }));
  await postgresEngine.put([...spins, searchDocument("article:200", { locale: "de", title: "Schleudern", tags: ["spin"], body: "Die Trommel dreht sich am Ende schnell." })]);
  const { words } = await understandQuery(parseQuery("spin "), { audiences: ["public"] }, 20);
  const [en, de] = (["en", "de"] as const).map((locale) => words[0]?.terms.find((term) => term.locale === locale));
  expect(de?.documents).toBe(1);
  expect(de?.weight).toBe(en?.weight);
  const alone = await understandQuery(parseQuery("spin "), { audiences: ["public"], locale: "de" }, 20);
  expect(alone.words[0]?.terms[0]?.weight).toBeGreaterThan(de?.weight ?? Infinity);
  await postgresEngine.remove([...spins.map(({ key }) => key), "article:200"]);
});

test("among few documents each word may lead to one, however many hold it", async () => {
  const usual = Array.from({ length: 15 }, (_, at) => `usual${"abcdefghijklmno"[at]}`);
  const many = Array.from({ length: 90 }, (_, at) => searchDocument(`article:${300 + at}`, { title: `Page ${at}`, body: usual.slice(0, 14).join(" ") }));
  const most = Array.from({ length: 9 }, (_, at) => searchDocument(`article:${400 + at}`, { title: `Sheet ${at}`, body: usual[14] ?? "" }));
  await postgresEngine.put([...many, ...most, ...many.map(({ key, ...page }) => ({ ...page, key: key.replace("3", "5"), body: usual.join(" ") }))]);
  const { hits } = await postgresEngine.search(await understandQuery(parseQuery(`${usual.join(" ")} `), { audiences: ["public"] }, 500));
  expect(hits.map(({ key }) => key)).toEqual(expect.arrayContaining(most.map(({ key }) => key)));
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
