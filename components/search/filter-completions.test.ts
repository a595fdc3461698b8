import { expect, test } from "vitest";
import { complete, completionsOf, type FilterName, personBegun } from "./filter-completions";

const filters: FilterName[] = [
  { name: "tag", values: [{ value: "e18", label: "E18" }, { value: "front-loader", label: "Front loader" }] },
  { name: "product", values: [{ value: "Lenta W7", label: "Lenta W7" }] },
  { name: "from", values: [], people: true },
  { name: "is", values: [{ value: "solved", label: "Solved" }] },
];
const texts = (typed: string) => completionsOf(typed, filters).map(({ text }) => text);

test("names from the third letter on, values from the colon on", () => {
  expect(texts("pump pro")).toEqual(["product:"]);
  expect(texts("pump is")).toEqual([]);
  expect(texts("pump is:")).toEqual(["is:solved "]);
  expect(texts("tag:lo")).toEqual(["tag:front-loader "]);
  expect(texts("Tag:e18")).toEqual([]);
  expect(texts('product:"len')).toEqual(['product:"Lenta W7" ']);
  expect(texts("nothing:x")).toEqual([]);
  expect(texts("")).toEqual([]);
});

test("a choice takes the place of the last word", () => {
  expect(complete("pump is:so", { text: "is:solved ", label: "" })).toBe("pump is:solved ");
  expect(complete('pump product:"Lenta W', { text: 'product:"Lenta W7" ', label: "" })).toBe('pump product:"Lenta W7" ');
});

test("members are looked up only after their filter", () => {
  expect(personBegun("pump from:@in", filters)).toBe("in");
  expect(personBegun("pump from:", filters)).toBeNull();
  expect(personBegun("tag:in", filters)).toBeNull();
});
