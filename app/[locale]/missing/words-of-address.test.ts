import { expect, it } from "vitest";
import { wordsOfAddress } from "./words-of-address";

it("keeps the words and drops places, numbers and endings", () => {
  expect(wordsOfAddress("/de/t/812/lenta-w7-t%C3%BCrdichtung-schimmel?x=1")).toBe(
    "lenta w7 türdichtung schimmel",
  );
  expect(wordsOfAddress("/t/12")).toBe("");
  expect(wordsOfAddress("/%E0%A4%A/pump.html")).toContain("pump");
});
