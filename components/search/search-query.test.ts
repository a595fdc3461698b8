import { expect, test } from "vitest";
import { isFiltered, readQuery, searchParams } from "./search-query";

test("an address is read and written alike, whether a form or a script made it", () => {
  const byForm = readQuery({ q: "e18", kinds: ["thread", "article"], state: "solved", locale: "de", tag: "e18" });
  expect(byForm).toEqual({ q: "e18", kinds: ["thread", "article"], state: ["solved"], locale: ["de"], tag: "e18", category: "" });
  expect(readQuery(Object.fromEntries(searchParams(byForm)))).toEqual(byForm);
});

test("both languages at once are no filter", () => {
  const both = readQuery({ q: "e18", locale: ["en", "de"] });
  expect(searchParams(both).has("locale")).toBe(false);
  expect(isFiltered(readQuery({ q: "e18" }))).toBe(false);
});

test("what nobody would type does no harm", () => {
  const query = readQuery({ q: ["a", "b"], kinds: Array(50).fill("thread"), tag: "x".repeat(500), category: undefined });
  expect(query.q).toBe("");
  expect(query.kinds).toHaveLength(8);
  expect(query.tag).toHaveLength(80);
});
