import { expect, test } from "vitest";
import { bestPassage } from "./highlight";

const sought = new Map([["pump", 1]]);

test("headings and items of lists don't run into what follows them", () => {
  expect(bestPassage(["Check the pump\nShine a light inside\nThe wheel sits at the back. Turn it."], sought, "en")).toBe(
    "Check the <mark>pump</mark> · Shine a light inside · The wheel sits at the back. Turn it.",
  );
  expect(bestPassage(["Drain\nthe pump"], sought, "en")).toBe("Drain · the <mark>pump</mark>");
});

test("a sentence that only goes on in the next line stays one", () => {
  const long = "The drain pump of this machine sits behind the little flap at the front on the right hand side,\nbelow the door.";
  expect(bestPassage([long], sought, "en")).toContain("right hand side, below the door.");
});
