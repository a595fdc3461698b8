import { describe, expect, it } from "vitest";
import { slugOf } from "./slug";

describe("slugOf", () => {
  it.each([
    ["Lenta W7 pumpt nicht ab und zeigt E18 – Flusensieb ist schon sauber", "lenta-w7-pumpt-nicht-ab-und-zeigt-e18-flusensieb-ist-schon-sauber"],
    ["Große Wäsche für Öfen", "grosse-waesche-fuer-oefen"],
    ["Große Wäsche".normalize("NFD"), "grosse-waesche"],
    ["Café à la crème", "cafe-a-la-creme"],
    ["Łódź & Çeşme", "lodz-cesme"],
    ["¿¡…!?", "thread"],
    ["なぜ動かない", "thread"],
    ["  -- spaced -- ", "spaced"],
  ])("%s", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("stays under 80 characters and ends on a word", () => {
    const slug = slugOf("wort ".repeat(40));
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith("wort")).toBe(true);
    expect(slugOf("x".repeat(300))).toHaveLength(80);
  });
});
