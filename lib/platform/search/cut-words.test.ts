import { expect, test } from "vitest";
import { referenceData } from "../testing/reference-data";
import { cutWords } from "./cut-words";

const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

const samples = ["", "'", "don’t can't rock'n'roll 'quoted' dogs'", "E18 W7-2 x²", "a\u0301 \u0301b", "𝒳𝓎 👩‍👩‍👧 漢字 ١٢٣", "\ud835 \udcb3x", "Wäsche-Trommel; größe", "l'1'a"];

test.each(samples)("cuts %j as the pattern of words does", (text) => {
  expect(wordsOf(text)).toEqual(text.match(pattern) ?? []);
});

test("cuts hostile texts as the pattern of words does", () => {
  const strings = referenceData("attack-strings/payloads.jsonl.gz")?.toString("utf8") ?? samples.join("\n");
  expect(wordsOf(strings)).toEqual(strings.match(pattern) ?? []);
});

function wordsOf(text: string): string[] {
  const places = cutWords(text);
  return places.flatMap((start, at) => (at % 2 === 0 ? [text.slice(start, places[at + 1])] : []));
}
