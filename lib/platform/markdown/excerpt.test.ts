import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "./excerpt";
import { plainText } from "./plain-text";

describe("excerpt", () => {
  it("leaves a short text alone", () => {
    expect(excerpt("Pump\n is  loud", 20)).toBe("Pump is loud");
  });

  it("cuts between words and says so", () => {
    expect(excerpt("The pump is loud and wet", 13)).toBe("The pump is…");
    expect(excerpt("The pump, is", 11)).toBe("The pump…");
  });

  it("cuts one endless word without breaking a character", () => {
    expect(excerpt("😀😀😀😀", 3)).toBe("😀😀…");
  });

  it("never exceeds the length and never cuts silently", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        const cut = excerpt(text, length);
        const whole = text.replace(/\s+/gu, " ").trim();
        expect(Array.from(cut).length).toBeLessThanOrEqual(length);
        if (cut !== whole) expect(cut.endsWith("…")).toBe(true);
      }),
    );
  });
});

describe("plainText", () => {
  it("leaves the marks out", () => {
    expect(plainText("# A\n\n**b** [c](https://d.example) ![e](/files/f) <kbd>G</kbd>\n\n- h")).toBe(
      "A\nb c e G\nh",
    );
  });

  it("gives a text too tangled to parse back as it is", () => {
    const tangled = "[".repeat(20_000);
    expect(plainText(tangled)).toBe(tangled);
  });
});
