import { expect, test } from "vitest";
import { placeFinder } from "./find-places";

const vector = "'=pumpe' 'pumpe':1A,14B,20 'pumpen':3A 'pump':7B '~pumpe':9C";

test("finds terms with their places, and nothing that merely holds them", () => {
  expect(placeFinder(["pumpe", "pump"])(vector)).toEqual([
    { term: "pumpe", positions: [1, 14, 20], weights: ["A", "B", "D"] },
    { term: "pump", positions: [7], weights: ["B"] },
  ]);
  expect(placeFinder(["~pumpe"])(vector)).toEqual([{ term: "~pumpe", positions: [9], weights: ["C"] }]);
  expect(placeFinder(["umpe", "pu.pe"])(vector)).toEqual([]);
  expect(placeFinder([])(vector)).toEqual([]);
});
