import { expect, test } from "vitest";
import { findMissing } from "./find-missing";
import { summarize } from "./summarize";

const title = "W7 pumpt nicht ab und zeigt E18";
const none = { facts: [], tried: [] };

test("what the question says itself is not asked for again", () => {
  expect(findMissing({ title, text: "Das Sieb habe ich gereinigt. Im März 2023 gekauft.", ...none })).toEqual(["product"]);
  expect(findMissing({ title: "Error code 12", text: "I cleaned the filter. We bought it two years ago.", ...none })).toEqual(["product"]);
});

test.each([
  ["a model is no error", "The W7 hums", "It is loud.", ["product", "errorCode", "bought", "tried"]],
  ["a year of something else is no purchase", "Loud since 2023", "It was quiet before.", ["product", "errorCode", "bought", "tried"]],
  ["advice that is asked for was not tried", "Was tun?", "Soll das Sieb gereinigt sein?", ["product", "errorCode", "bought", "tried"]],
])("%s", (_, title, text, missing) => expect(findMissing({ title, text, ...none })).toEqual(missing));

test("what stands among the facts is known", () => {
  const facts = [{ label: "Gerät", value: "Lenta W7" }, { label: "Fehler", value: "E18" }];
  expect(findMissing({ title: "Hilfe", text: "", facts, tried: ["Sieb gereinigt"] })).toEqual(["bought"]);
});

test("the one line tells the trouble, not when it was bought", () => {
  expect(summarize(title, "Nach dem Waschen steht Wasser in der Trommel. Gekauft habe ich sie im März 2023.")).toBe("Nach dem Waschen steht Wasser in der Trommel.");
});
