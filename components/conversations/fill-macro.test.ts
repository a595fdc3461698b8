import { expect, test } from "vitest";
import { fillMacro, unfilled } from "./fill-macro";

test("a macro is filled with what is known, and what is not stays to be seen", () => {
  const text = fillMacro("Hello {{customer}}, your {{ appliance }} ({{nonsense}})", { customer: "Ann $& B.", appliance: null });
  expect(text).toBe("Hello Ann $& B., your [appliance?] ([nonsense?])");
  expect(unfilled(text)).toBe("[appliance?]");
  expect(unfilled("Hello Ann, is it [really] so? {braces}")).toBeNull();
  expect(unfilled("Hello {{customer}}")).toBe("{{customer}}");
});
