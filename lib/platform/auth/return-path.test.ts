import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path";

describe("returnPath", () => {
  it.each(["/", "/ask", "/de/t/12/lenta?after=3#answer-4", "/search?q=a%20b"])("goes on to %s", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\t//evil.example",
    "/%09//evil.example\n",
    "javascript:alert(1)",
    "ask",
    "",
    " /ask",
    "/api/v1/threads",
    "/sign-out",
    `/${"a".repeat(3000)}`,
  ])("stays here instead of %j", (path) => {
    expect(returnPath(path)).toBe("/");
  });

  it.each([undefined, null, 1, ["/ask"], { toString: () => "/ask" }])("takes no %j", (value) => {
    expect(returnPath(value, "/de")).toBe("/de");
  });

  it("never leads to another host, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "/", "//", "/\\", "\\", "/\t", "https:"), (text, start) => {
        const target = new URL(returnPath(start + text), "https://here.example/sign-in");
        expect(target.origin).toBe("https://here.example");
      }),
      { numRuns: 2000 },
    );
  });
});
