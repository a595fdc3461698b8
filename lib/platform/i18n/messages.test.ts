import { describe, expect, it } from "vitest";
import { locales } from "./locale";
import { de } from "./messages/de/index";
import { en } from "./messages/en/index";
import { isMessageKey, rich, translateKey, translator } from "./translator";

const messages = { en, de };

describe("messages", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(locales)("all compile in %s and none is empty", (locale) => {
    const t = translator(locale);
    for (const [key, source] of Object.entries(messages[locale])) {
      expect(source.trim(), key).not.toBe("");
      expect(isMessageKey(key)).toBe(true);
      if (isMessageKey(key)) expect(() => t(key, sampleValues(source)), key).not.toThrow();
    }
  });

  it.each(Object.keys(en))("%s takes the same values in both languages", (key) => {
    if (!isMessageKey(key)) throw new Error(key);
    expect(Object.keys(sampleValues(de[key])).sort()).toEqual(Object.keys(sampleValues(en[key])).sort());
  });
});

describe("translateKey", () => {
  it("says something general when a reason has no text", () => {
    expect(translateKey("en", "no.such.key")).toBe(en["error.unknown"]);
  });
});

describe("rich", () => {
  it("puts elements at the tags and leaves other text alone", () => {
    expect(rich("plain", {})).toBe("plain");
    const tree = rich("See <a>the rules</a>.", { a: (children) => ["link", children] as never });
    expect(JSON.stringify(tree)).toContain('["See ",["link","the rules"],"."]');
  });
});

/** Every argument a message names; plural ones get a number. */
function sampleValues(source: string): Record<string, number> {
  const names = [...source.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((found) => found[1] ?? "");
  const withoutForms = names.filter(
    (name) => !new RegExp(`(?:one|other|zero|=\\d+) \\{${name}\\}`).test(source),
  );
  return Object.fromEntries(withoutForms.map((name) => [name, 2]));
}
