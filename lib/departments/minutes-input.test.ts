import { expect, test } from "vitest";
import { parseInput, sentencesOf } from "@/lib/platform/parse-input";
import { minutesInput, writeMinutes } from "./minutes-input";

test.each(["0:15", "1", "1:30", "2:20", "10", "480"])("%s is read and written the same", (written) => {
  expect(writeMinutes(parseInput(minutesInput(480), written))).toBe(written);
});

test.each([
  ["", "error.minutes"],
  ["1:75", "error.minutes"],
  ["soon", "error.minutes"],
  ["0:14", "error.minutes.tooFew"],
  ["480:01", "error.tooBig"],
])("%j is refused", (written, key) => {
  const { error } = minutesInput(480).safeParse(written);
  expect(error && sentencesOf(error)).toMatchObject({ form: { key } });
});
