import { expect, test } from "vitest";
import { isStorable } from "./storable";

test("knows what Postgres cannot hold, however deep", () => {
  expect(isStorable({ a: ["fine", 1, null, true, "🧺"], b: new Date() })).toBe(true);
  expect(isStorable("a\0b")).toBe(false);
  expect(isStorable("\ud83d")).toBe(false);
  expect(isStorable({ a: [{ b: "\udc00" }] })).toBe(false);
  expect(isStorable({ "\0": 1 })).toBe(false);
  let deep: unknown = "\0";
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  expect(isStorable(deep)).toBe(false);
});
