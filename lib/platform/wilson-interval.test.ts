import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval";

test("a share of few means little, that of many much; of nothing it is anything", () => {
  expect(wilsonInterval(9, 10).low).toBeCloseTo(0.596, 3);
  expect(wilsonInterval(9, 10).high).toBeCloseTo(0.982, 3);
  expect(wilsonInterval(900, 1_000).low).toBeCloseTo(0.88, 2);
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  expect(wilsonInterval(9, 10, 1).low).toBeGreaterThan(wilsonInterval(9, 10).low);
});
