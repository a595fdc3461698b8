import { expect, test } from "vitest";
import { serviceInput } from "./service";
import { targetsFor } from "./targets-for";

const service = serviceInput.parse({
  firstReplyMinutes: 10,
  policies: [
    { category: 7, tag: "leak", firstReplyMinutes: 2 },
    { category: 7, firstReplyMinutes: 4, resolutionMinutes: 120 },
    { unanswered: true, firstReplyMinutes: 6 },
  ],
});

test.each([
  ["all conditions of the first fit", { categories: [8, 7], tags: ["leak"], unanswered: true }, 2, 480],
  ["a condition of the first does not", { categories: [7], tags: ["noise"], unanswered: true }, 4, 120],
  ["only the last fits", { categories: [9], tags: ["leak"], unanswered: true }, 6, 480],
  ["none fits", { categories: [9], tags: ["leak"], unanswered: false }, 10, 480],
])("%s", (_, question, firstReplyMinutes, resolutionMinutes) => {
  expect(targetsFor(service, question)).toMatchObject({ firstReplyMinutes, resolutionMinutes, nextReplyMinutes: 5 });
});
