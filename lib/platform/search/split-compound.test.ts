import { afterEach, describe, expect, test } from "vitest";
import { analyze } from "./analyze";
import { bestPassage, highlight } from "./highlight";
import { addGermanWords, forgetGermanWords } from "./split-compound";

const parts = (word: string) => analyze(word, "de")[0]?.compound?.parts.join("+") ?? "";

afterEach(forgetGermanWords);

describe("a compound is split only where known words and links cover all of it", () => {
  test.each([
    ["Sporthalle", "sport+hall"],
    ["Sporthallen", "sport+hall"],
    ["Waschmaschine", "wasch+maschin"],
    ["Türschloss", "tur+schloss"],
    ["Tuerschloß", "tur+schloss"],
    ["Häuserblock", "haus+block"],
    ["Arbeitsplatz", "arbeit+platz"],
    ["Lampenschirm", "lamp+schirm"],
    ["Kaffeeautomat", "kaffe+automat"],
    ["Laugenpumpe", "laug+pump"],
    ["Ersatzteil", "ersatz+teil"],
    ["Solarstrom", "solar+strom"],
    ["Wallboxen", ""],
    ["Vorgang", ""],
    ["Monitor", ""],
    ["Halle", ""],
    ["lesbar", ""],
    ["Fahrende", ""],
    ["W7Halle", ""],
    ["x".repeat(10_000), ""],
  ])("%s: %s", (word, expected) => expect(parts(word)).toBe(expected));

  test("words that are learnt split what was whole", () => {
    expect(parts("Wallboxkabel")).toBe("");
    addGermanWords([{ term: "wallbox", noun: true }], 1);
    expect(parts("Wallboxkabel")).toBe("wallbox+kabel");
  });

  test("what only begins compounds ends none", () => expect(parts("Sportputzen")).toBe(""));

  test("of two ways the one with fewer parts", () => {
    addGermanWords([{ term: "datenbank", noun: true }], 1);
    expect(parts("Datenbankserver")).toBe("");
    addGermanWords([{ term: "serv", noun: true }], 2);
    expect(parts("Datenbankserver")).toBe("datenbank+serv");
  });
});

describe("what is marked", () => {
  const sought = new Map([["~hall", 1]]);

  test("is the whole compound", () => {
    expect(highlight("Die Sporthalle hallt.", sought, "de")).toBe("Die <mark>Sporthalle</mark> hallt.");
    expect(bestPassage(["Nichts.", "In der Turnhalle."], new Map([["~hall", 1]]), "de")).toBe("In der <mark>Turnhalle</mark>.");
  });
});
