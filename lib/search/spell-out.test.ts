import { expect, test } from "vitest";
import type { QueryTerm, QueryWord } from "@/lib/platform/search/engine";
import type { Understood } from "@/lib/platform/search/understand-query";
import type { Hit } from "./hit";
import { spellOut } from "./spell-out";

const term = (text: string, more: Partial<QueryTerm> = {}): QueryTerm => ({ locale: "en", term: text, documents: 3, titles: 1, weight: 1, ...more });
const word = (text: string, terms: QueryTerm[], meant?: string): QueryWord => ({ text, position: 1, open: false, share: 1, terms, ...(meant && { meant: { locale: "en", term: meant } }) });
const asked = (...words: QueryWord[]) => ({ words }) as Understood;
const ofParts = (text: string) => word(text, [term("gasket"), term("wasser", { locale: "de", part: { group: 0, place: 0 } })], "gasket");
const hits = [{ locale: "en", title: "Clean the Gaskets of your kettle", answer: "", excerptHtml: "" }] as Hit[];

test("a word nobody wrote is shown as the one it was taken for, spelt as the results spell it", () => {
  expect(spellOut("kettle  gaskit, please", asked(word("gaskit", [term("gasket")], "gasket")), hits)).toEqual({ showing: "kettle Gaskets, please" });
});

test("of several spellings of it the nearest to what was typed", () => {
  const both = [...hits, { ...hits[0], title: "A gasket" }] as Hit[];
  expect(spellOut("gaskit", asked(word("gaskit", [term("gasket")], "gasket")), both)).toEqual({ showing: "gasket" });
});

test("the parts of what a word was taken for don't make it one that is known", () => {
  expect(spellOut("Gasgets", asked(ofParts("Gasgets")), hits)).toEqual({ showing: "Gaskets" });
});

test("a word somebody wrote may have been meant otherwise", () => {
  expect(spellOut("kettel", asked(word("kettel", [term("kettel"), term("kettl")], "kettl")), hits)).toEqual({ didYouMean: "kettle" });
});

test("of a short word nothing is said that is merely near", () => {
  const near = [{ ...hits[0], title: "A soft rund nose" }] as Hit[];
  expect(spellOut("nosy refund", asked(word("nosy", [term("nose")], "nose"), word("refund", [term("rund")], "rund")), near)).toEqual({});
});

test("a word that only shares its stem with what is written is another word", () => {
  expect(spellOut("gasometer", asked(word("gasometer", [term("gasket")], "gasket")), hits)).toEqual({});
});

test("nothing is said of what was taken as it stands, of compounds known by their parts, and without a result to spell it", () => {
  expect(spellOut("gasket", asked(word("gasket", [term("gasket")])), hits)).toEqual({});
  expect(spellOut("Wasserdichtung", asked(ofParts("Wasserdichtung")), hits)).toEqual({});
  expect(spellOut("gaskit", asked(word("gaskit", [term("gasket")], "gasket")), [])).toEqual({});
});
