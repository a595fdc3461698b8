import { expect, test } from "vitest";
import { suggestInput } from "./input";

test("what an address says is understood again by what is called with it", () => {
  const read = suggestInput.parse({ title: "Steam", all: "true", unsure: "true" });
  expect(read).toMatchObject({ all: true, unsure: true });
  expect(suggestInput.parse(read)).toEqual(read);
  expect(suggestInput.parse({ all: "perhaps" })).toMatchObject({ all: undefined });
});
