import { expect, test } from "vitest";
import { writtenPolicies } from "./policy-form";

test("rows go by their places, a moved one before what stands there, and lose theirs to be taken away", () => {
  const row = (number: number, place: string, tag = `tag-${number}`) => ({ [`policy-${number}-place`]: place, [`policy-${number}-tag`]: tag });
  const { policies, fieldOf } = writtenPolicies({ policyRows: "5", ...row(0, "1"), ...row(1, ""), ...row(2, "1"), ...row(3, "4", ""), ...row(4, "5", ""), "policy-4-firstReplyMinutes": "x" });
  expect(policies).toEqual([{ tag: "tag-2", unanswered: false }, { tag: "tag-0", unanswered: false }, { firstReplyMinutes: "x", unanswered: false }]);
  expect([fieldOf("service.policies.0.tag"), fieldOf("service.policies.2.firstReplyMinutes"), fieldOf("service.helpedBy")]).toEqual(["policy-2-tag", "policy-4-firstReplyMinutes", undefined]);
});
