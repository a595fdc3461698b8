import { expect, test } from "vitest";
import { readDay, readFilterWords } from "./filter-words";

test("filters are taken out of the words, in both languages", () => {
  const english = readFilterWords('pump tag:e18 from:@ines is:solved in:washing lang:de after:2026-03-01 before:2026-04 product:"Lenta W7"');
  expect(english.text.trim()).toBe("pump");
  expect(english.typed).toEqual({
    tags: ["e18"],
    author: "ines",
    kinds: ["thread"],
    states: ["solved"],
    categories: ["washing"],
    locale: "de",
    after: new Date("2026-03-01T00:00:00Z"),
    before: new Date("2026-04-01T00:00:00Z"),
    products: ["Lenta W7"],
  });
  const german = readFilterWords("thema:e18 von:ines ist:gelöst sprache:deutsch seit:1.3.2026 Pumpe");
  expect(german.typed).toEqual({
    tags: ["e18"],
    author: "ines",
    kinds: ["thread"],
    states: ["solved"],
    locale: "de",
    after: new Date("2026-03-01T00:00:00Z"),
  });
});

test("several of one kind are any of them; open is everything without a solution", () => {
  expect(readFilterWords("tag:a tag:b tag:a").typed.tags).toEqual(["a", "b"]);
  expect(readFilterWords("is:open").typed.states).not.toContain("solved");
  expect(readFilterWords("is:article").typed).toEqual({ kinds: ["article"] });
  expect(readFilterWords("is:constructor").misunderstood).toHaveLength(1);
});

test("guillemets are no quotation marks to search by", () => {
  expect(readFilterWords("Was sind »preinst«-Skripte?").text).toBe("Was sind »preinst«-Skripte?");
  expect(readFilterWords("„Pumpe steht“").text).toBe('"Pumpe steht"');
});

test("what is no filter stays as words, and is named", () => {
  const { text, misunderstood, typed } = readFilterWords("colour:red is:purple after:soon constructor:x pump");
  expect(text.split(" ")).toEqual(["colour", "red", "purple", "soon", "constructor", "x", "pump"]);
  expect(misunderstood).toEqual([
    { name: "colour", value: "red", known: false },
    { name: "is", value: "purple", known: true },
    { name: "after", value: "soon", known: true },
  ]);
  expect(typed).toEqual({});
});

test("what only looks like one is left alone", () => {
  for (const text of ['"tag:e18 stays"', "https://example.com/a:b", "std::sort fails", "Error:E18", "at 12:30", "foo: bar", "\u202E:x", ":", '"', 'tag"'])
    expect(readFilterWords(text)).toEqual({ text, typed: {}, misunderstood: [] });
  // Still being typed.
  expect(readFilterWords("pump tag:").text.trim()).toBe("pump");
});

test("long and broken input comes to an end", () => {
  for (const text of ["a:".repeat(50_000), '"'.repeat(50_001), "tag:x ".repeat(20_000), "ä".repeat(100_000)]) expect(readFilterWords(text).text.length).toBeLessThanOrEqual(text.length);
});

test("days that exist", () => {
  expect(readDay("2026-02-31")).toBeUndefined();
  expect(readDay("2026-13")).toBeUndefined();
  expect(readDay("29.02.2024")).toEqual(new Date("2024-02-29T00:00:00Z"));
  expect(readDay("3.2026")).toEqual(new Date("2026-03-01T00:00:00Z"));
  expect(readDay("2026")).toEqual(new Date("2026-01-01T00:00:00Z"));
});
