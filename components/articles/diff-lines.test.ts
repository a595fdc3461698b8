import { expect, test } from "vitest";
import { diffLines } from "./diff-lines";

const shown = (before: string, after: string) => diffLines(before, after).map(({ kind, text }) => ({ same: " ", added: "+", removed: "-", skipped: "…" })[kind] + text);

test("names what was added, removed and changed", () => {
  expect(shown("a\nb\nc", "a\nB\nc\nd")).toEqual([" a", "-b", "+B", " c", "+d"]);
});

test("folds what stayed the same far from any change", () => {
  const ten = Array.from({ length: 10 }, (_, n) => `line ${n}`).join("\n");
  expect(shown(ten, `${ten}\nnew`)).toEqual(["…8", " line 8", " line 9", "+new"]);
  expect(shown(ten, ten)).toEqual(["…10"]);
});

test("turns into the new text when the removed lines are left out", () => {
  const before = "one\ntwo\nthree\nfour\nfive";
  const after = "zero\none\nthree\nfive\nsix";
  const rebuilt = diffLines(before, after).filter(({ kind }) => kind !== "removed");
  expect(rebuilt.map(({ text }) => text).join("\n")).toBe(after);
});
