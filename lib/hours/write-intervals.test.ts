import { expect, test } from "vitest";
import { intervalInput } from "./input";
import { readIntervals, writeIntervals } from "./write-intervals";

test.each([
  ["9-17", "09:00–17:00"],
  ["09:00–12:30, 13.15 – 18 Uhr", "09:00–12:30, 13:15–18:00"],
  ["22:00-06:00", "22:00–06:00"],
  ["0-24", "00:00–24:00"],
  ["8 bis 12; 14 to 16", "08:00–12:00, 14:00–16:00"],
  ["", ""],
])("%s is read as %s", (typed, written) => {
  const intervals = readIntervals(typed);
  expect(writeIntervals(intervals)).toBe(written);
  expect(intervals.every((interval) => intervalInput.safeParse(interval).success)).toBe(true);
});

test.each(["25-26", "nine to five", "9", "9:75-10"])("%s is refused", (typed) => {
  expect(readIntervals(typed).some((interval) => !intervalInput.safeParse(interval).success)).toBe(true);
});
