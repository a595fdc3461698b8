import { describe, expect, it } from "vitest";
import { draftText } from "./draft-text";

const draft = {
  body: "Hallo [Name], bitte [Nummer].",
  original: "Hallo Miriam, bitte LW7-23.",
  findings: [
    { kind: "name" as const, start: 6, end: 12, original: "Miriam", replacement: "[Name]" },
    { kind: "order" as const, start: 20, end: 26, original: "LW7-23", replacement: "[Nummer]" },
  ],
};

describe("the text of a draft", () => {
  it("is the redacted one as long as nothing is put back", () => {
    expect(draftText(draft, new Set())).toBe(draft.body);
  });

  it("has single findings put back", () => {
    expect(draftText(draft, new Set([1]))).toBe("Hallo [Name], bitte LW7-23.");
    expect(draftText(draft, new Set([0, 1]))).toBe(draft.original);
  });
});
