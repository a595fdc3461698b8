import { describe, expect, test } from "vitest";
import type { Locale } from "../i18n/locale";
import { analyze } from "./analyze";
import { editDistance } from "./edit-distance";
import { bestPassage, highlight } from "./highlight";
import { htmlText } from "./html-text";
import { hasOurSettings, meilisearchSettings } from "./meilisearch-settings";
import { parseQuery } from "./parse-query";

const terms = (text: string, locale: Locale) => analyze(text, locale).map(({ term }) => term);

describe("the same term for", () => {
  test.each<[Locale, string[]]>([
    ["de", ["Größe", "GROESSE", "Grosse", "größe".normalize("NFD")]],
    ["de", ["Wäsche", "Waesche", "Wasche"]],
    ["de", ["Maschine", "Maschinen"]],
    ["de", ["Häuser", "Haus", "Haeuser"]],
    ["de", ["anzeigen", "angezeigt", "angezeigten", "anzuzeigen"]],
    ["de", ["ausschalten", "ausgeschaltet", "auszuschalten"]],
    ["de", ["hochfahren", "hochgefahren", "hochgefahrenes", "hochzufahren"]],
    ["de", ["auswechseln", "ausgewechselt"]],
    ["de", ["hinzufügen", "hinzugefügt", "hinzuzufügen"]],
    ["de", ["installieren", "installiert", "Installation", "Installationen"]],
    // Nouns that only look like such verbs.
    ["de", ["Umgebung", "Umgebungen"]],
    ["de", ["Angebot", "Angebote", "Angeboten"]],
    ["de", ["Ausgang", "Ausgänge", "Ausgängen"]],
    ["de", ["Vorgehensweise", "Vorgehensweisen"]],
    ["de", ["Einzugsermächtigung", "Einzugsermächtigungen"]],
    ["de", ["zugehörig", "zugehörigen"]],
    ["en", ["spin", "spins", "spinning", "SPIN"]],
    ["en", ["machine's", "machines", "machine’s"]],
    ["en", ["café", "cafe"]],
  ])("%s %j", (locale, words) => expect(new Set(words.flatMap((word) => terms(word, locale))).size).toBe(1));
});

describe("analyze", () => {
  test.each<[string, string[]]>([
    ["E18 on the W7", ["e18", "on", "the", "w7"]],
    ["CCU-Historian", ["ccu", "historian", "ccuhistorian"]],
    ["a-b-c d", ["a", "b", "c", "abc", "d"]],
    ["--- … ☕️ \u200d", []],
  ])("%s", (text, expected) => expect(terms(text, "de")).toEqual(expected));

  test("tells where each word stands", () => {
    const text = "Drum, pump!";
    expect(analyze(text, "en").map(({ start, end, position }) => [text.slice(start, end), position])).toEqual(
      [
        ["Drum", 0],
        ["pump", 1],
      ],
    );
  });

  test("cuts what is longer than any word", () =>
    expect(terms("x".repeat(10_000), "en")[0]).toHaveLength(60));
});

describe("parseQuery", () => {
  test.each([
    ["w7 spin", { text: "w7 spin", phrases: [], excluded: [], open: true }],
    ["w7 spin ", { text: "w7 spin", open: false }],
    ['"pump wheel" loose', { text: "loose", phrases: ["pump wheel"] }],
    ["Wie setze ich »hold« zurück?", { phrases: [], text: "Wie setze ich »hold« zurück?" }],
    ["„Pumpe steht“ -Sieb", { text: "", phrases: ["Pumpe steht"], excluded: ["Sieb"] }],
    ['drum -"pump wheel"', { text: "drum", excluded: ["pump wheel"] }],
    ['half "open', { text: 'half "open', phrases: [] }],
    ["CCU-Historian", { text: "CCU-Historian", excluded: [] }],
    ["- -- ---", { excluded: [] }],
  ])("%s", (text, expected) => expect(parseQuery(text)).toMatchObject(expected));
});

describe("highlight", () => {
  const sought = new Map([
    ["pump", 3],
    ["wheel", 2],
  ]);

  test("marks inflected words and escapes the rest", () =>
    expect(highlight('<b>Pumps</b> & "wheels"', sought, "en")).toBe(
      "&lt;b&gt;<mark>Pumps</mark>&lt;/b&gt; &amp; &quot;<mark>wheels</mark>&quot;",
    ));

  test("chooses the passage that says most", () => {
    const far = `${"Nothing of use here. ".repeat(30)}Turn the pump wheel with a stick. ${"And more. ".repeat(30)}`;
    const html = bestPassage(["A pump.", far], sought, "en");
    expect(html).toContain("Turn the <mark>pump</mark> <mark>wheel</mark> with a stick.");
    expect(html).toMatch(/^…/);
    expect(html.length).toBeLessThan(300);
  });

  test("shows the beginning when nothing fits", () =>
    expect(bestPassage(["", "Clear the filter."], sought, "en")).toBe("Clear the filter."));
});

test("htmlText keeps words apart and reads entities", () => {
  expect(htmlText("<p>One</p><ul><li>two</li><li>th<b>ree</b> &#x26; &lt;four&gt;</li></ul>")).toBe(
    "One\ntwo\nthree & <four>",
  );
});

test.each([
  ["filter", "flter", 1],
  ["filter", "fitler", 1],
  ["filter", "filter", 0],
  ["pump", "drum", 3],
])("%s and %s are %i apart", (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

test("settings count as ours whatever Meilisearch adds to them", () => {
  const theirs = {
    ...meilisearchSettings,
    stopWords: [],
    typoTolerance: { ...meilisearchSettings.typoTolerance, disableOnWords: [] },
  };
  expect(
    hasOurSettings({
      ...theirs,
      filterableAttributes: [...meilisearchSettings.filterableAttributes].reverse(),
    }),
  ).toBe(true);
  expect(hasOurSettings({ ...theirs, searchableAttributes: ["*"] })).toBe(false);
  expect(hasOurSettings(null)).toBe(false);
});
