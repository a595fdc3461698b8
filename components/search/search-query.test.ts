import { expect, test } from "vitest";
import { isFiltered, noFilter, readQuery, searchParams } from "./search-query";

test("an address is read and written alike, whether a form or a script made it", () => {
  const byForm = readQuery({ q: "e18", kinds: ["thread", "article"], state: "solved", locale: "de", tag: ["e18", "w7"], product: "Lenta W7", since: "month", author: "ines" });
  expect(byForm).toEqual({ ...noFilter, q: "e18", kinds: ["thread", "article"], state: ["solved"], locale: ["de"], tag: ["e18", "w7"], product: ["Lenta W7"], since: "month", author: "ines" });
  expect(readQuery(Object.fromEntries(searchParams(byForm)))).toEqual(byForm);
});

test("both languages at once are no filter", () => {
  const both = readQuery({ q: "e18", locale: ["en", "de"] });
  expect(searchParams(both).has("locale")).toBe(false);
  expect(isFiltered(readQuery({ q: "e18" }))).toBe(false);
  expect(isFiltered(readQuery({ q: "e18", since: "week" }))).toBe(true);
});

test("what nobody would type does no harm", () => {
  const query = readQuery({ q: ["a", "b"], kinds: Array(50).fill("thread"), tag: "x".repeat(500), category: undefined });
  expect(query.q).toBe("");
  expect(query.kinds).toHaveLength(8);
  expect(query.tag[0]).toHaveLength(80);
});
