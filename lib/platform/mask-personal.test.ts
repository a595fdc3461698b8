import { expect, test } from "vitest";
import { maskPersonal } from "./mask-personal";

test.each([
  ["rechnung an miriam.kessler@example.com senden", "rechnung an [@] senden"],
  ["anruf +49 (30) 1234-5678 bitte", "anruf [#] bitte"],
  ["0171 2345678", "[#]"],
  ["bestellung 4711081512", "bestellung [#]"],
  ["DE89 3704 0044 0532 0130 00 abgebucht", "[#] abgebucht"],
  ["lenta w7 fehler e18 2024", "lenta w7 fehler e18 2024"],
  ["1400 umdrehungen 230 v", "1400 umdrehungen 230 v"],
  ["müller@straße.de", "[@]"],
])("%s", (text, masked) => {
  expect(maskPersonal(text)).toBe(masked);
});

test("comes to an end with hostile text", () => {
  for (const text of ["1-".repeat(50_000), "a@".repeat(50_000), "a.".repeat(50_000), "@".repeat(100_000)]) expect(maskPersonal(text.slice(0, 20_000)).length).toBeGreaterThan(0);
});
