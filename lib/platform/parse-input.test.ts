import { expect, test } from "vitest";
import { z } from "zod";
import { InvalidInput } from "./errors";
import { parseInput } from "./parse-input";

const schema = z.object({ name: z.string().min(2).max(5), count: z.int().min(1).max(10), maybe: z.number().nullable().optional() });

test.each([
  [{ name: "Anna" }, { count: { key: "error.required" } }],
  [{ name: "Anna", count: NaN }, { count: { key: "error.number" } }],
  [{ name: "Anna", count: "ten" }, { count: { key: "error.number" } }],
  [{ name: "Anna", count: 1.5 }, { count: { key: "error.number" } }],
  [{ name: "Anna", count: 0 }, { count: { key: "error.tooSmall", values: { minimum: 1 } } }],
  [{ name: "Anna", count: 11 }, { count: { key: "error.tooBig", values: { maximum: 10 } } }],
  [{ name: "A", count: 1 }, { name: { key: "error.tooShort", values: { minimum: 2 } } }],
  [{ name: "Annabel", count: 1 }, { name: { key: "error.tooLong", values: { maximum: 5 } } }],
  [{ name: 7, count: 1 }, { name: { key: "error.invalidValue" } }],
  [{ name: "Anna", count: 1, maybe: "x" }, { maybe: { key: "error.number" } }],
])("%o is refused with a sentence for each field", (input, fields) => {
  expect(() => parseInput(schema, input)).toThrow(InvalidInput);
  try {
    parseInput(schema, input);
  } catch (error) {
    expect((error as InvalidInput).fields).toEqual(fields);
  }
});
