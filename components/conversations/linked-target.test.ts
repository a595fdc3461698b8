import { expect, it } from "vitest";
import { linkedTarget } from "./linked-target";

it.each([
  ["https://site.test/t/12/slug#answer-34", { linkedAnswerId: 34 }],
  ["/de/t/12#answer-34", { linkedAnswerId: 34 }],
  [" /kb/5/some-guide ", { linkedArticleId: 5 }],
  ["https://site.test/de/kb/5", { linkedArticleId: 5 }],
  ["https://elsewhere.test/kb/5", null],
  ["/t/12/slug", null],
  ["not an address", null],
  ["", null],
])("reads %s", (text, target) => {
  expect(linkedTarget(text, "https://site.test")).toEqual(target);
});
