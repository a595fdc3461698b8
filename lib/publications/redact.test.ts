import { describe, expect, it } from "vitest";
import { redact } from "@/lib/publications/redact";
import { englishSecrets, germanSecrets, harmless, knownNames } from "@/lib/publications/redact.corpus";

type Marked = { text: string; secrets: { start: number; end: number }[] };

/** Takes the « » out and remembers what stood between them. */
function unmark(marked: string): Marked {
  const secrets: Marked["secrets"] = [];
  let text = "";
  for (const [n, piece] of marked.split(/[«»]/).entries()) {
    if (n % 2) secrets.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, secrets };
}

/** The secrets of which a letter or digit can still be read. */
function leaks(marked: string, locale: "de" | "en"): string[] {
  const { text, secrets } = unmark(marked);
  const { findings } = redact(text, { names: knownNames, locale });
  return secrets
    .filter(({ start, end }) =>
      [...Array(end - start).keys()].some((n) => {
        const at = start + n;
        return (
          /[\p{L}\p{N}]/u.test(text[at] ?? "") &&
          !findings.some((found) => found.start <= at && at < found.end)
        );
      }),
    )
    .map(({ start, end }) => `${text.slice(start, end)} in: ${text}`);
}

describe("a form of address", () => {
  const german = ["Liebe Frau, vielen Dank.", "Hallo Frau,", "Danke Frau", "Grüße, Frau", "Name: Frau", "Anrede: Herr", "Hallo Herr", "Die Frau vom Kundendienst war nett.", "Frau Dr. hat angerufen.", "Meine Frau und ich, Herr und Frau", "An Herrn oder Frau"];
  const english = ["Dear Mr,", "Dear Mrs, thanks", "Hello Miss,", "Name: Mr", "Regards, Mr", "Dear Sir or Madam,", "The Mr and Mrs labels", "Thank you Sir!"];

  it.each(german)("is nobody's name: %s", (text) => {
    for (const names of [[], ["Frau Krüger"], ["Herr Dr. Sommer"], ["Frau"]]) expect(redact(text, { names, locale: "de" }).redacted).toBe(text);
  });

  it.each(english)("is nobody's name: %s", (text) => {
    for (const names of [[], ["Mrs Miller"], ["Mr. Stone"], ["Sir"]]) expect(redact(text, { names, locale: "en" }).redacted).toBe(text);
  });

  it.each([
    ["de", "Kundin Frau Yilmaz rief an", "Kundin Frau [Name] rief an"],
    ["de", "Hier spricht Frau Meier", "Hier spricht Frau [Name]"],
    ["de", "Mein Name ist Frau Sommer", "Mein Name ist Frau [Name]"],
    ["de", "Frau Krueger sagt, Herr Krüger kommt.", "Frau [Name] sagt, Herr [Name] kommt."],
    ["en", "Dear Mr. Miller, thanks", "Dear Mr. [name], thanks"],
    ["en", "My wife Mrs Miller", "My wife Mrs [name]"],
  ] as const)("stays before a name, in %s: %s", (locale, text, redacted) => {
    expect(redact(text, { names: [], locale }).redacted).toBe(redacted);
  });
});

describe("the corpus", () => {
  const all = [...germanSecrets, ...englishSecrets];
  const secrets = all.flatMap((marked) => unmark(marked).secrets).length;

  it("is masked to at least 98 %", () => {
    const leaked = [
      ...germanSecrets.flatMap((one) => leaks(one, "de")),
      ...englishSecrets.flatMap((one) => leaks(one, "en")),
    ];
    expect(secrets).toBeGreaterThanOrEqual(200);
    expect(1 - leaked.length / secrets, leaked.join("\n")).toBeGreaterThanOrEqual(0.98);
  });

  it.each(harmless)("leaves alone: %s", (text) => {
    expect(redact(text, { names: knownNames, locale: "de" }).redacted).toBe(text);
    expect(redact(text, { names: [], locale: "en" }).findings).toEqual([]);
  });
});

describe("redact", () => {
  const chat =
    "Frau Krüger (0171-2345678, s.krueger@web.de), Bestellnummer 4500123987, IBAN DE89 3704 0044 0532 0130 00, " +
    "Musterstraße 12a, 80331 München: Ihre Lenta W7 zeigt E18, bitte bei 60 °C starten.";

  it("writes what was there, in the reader's language", () => {
    expect(redact(chat, { names: ["Sabine Krüger"], locale: "de" }).redacted).toBe(
      "Frau [Name] ([Telefonnummer], [E-Mail-Adresse]), Bestellnummer [Nummer], IBAN [Bankverbindung], " +
        "[Adresse]: Ihre Lenta W7 zeigt E18, bitte bei 60 °C starten.",
    );
    expect(redact("Call Tom on 020 7946 0958.", { names: [], locale: "en" }).redacted).toBe(
      "Call [name] on [phone number].",
    );
  });

  it("returns findings in order that lead back to the original", () => {
    const { redacted, findings } = redact(chat, { names: ["Sabine Krüger"], locale: "de" });
    expect(findings.map(({ kind }) => kind)).toEqual(["name", "phone", "email", "order", "iban", "address"]);
    let restored = redacted;
    for (const { original, replacement, start, end } of findings) {
      expect(chat.slice(start, end)).toBe(original);
      restored = restored.replace(replacement, () => original);
    }
    expect(restored).toBe(chat);
  });

  it("finds nothing to do the second time", () => {
    for (const [secrets, locale] of [
      [germanSecrets, "de"],
      [englishSecrets, "en"],
    ] as const) {
      for (const secret of secrets) {
        const once = redact(unmark(secret).text, { names: knownNames, locale }).redacted;
        expect(redact(once, { names: knownNames, locale }).redacted).toBe(once);
      }
    }
  });

  it("does not mask what only looks like an account or a card", () => {
    expect(
      redact("GB29 NWBK 6016 1331 9268 18", { names: [], locale: "en" }).findings.map(({ kind }) => kind),
    ).not.toContain("iban");
    expect(
      redact("4242 4242 4242 4241", { names: [], locale: "en" }).findings.map(({ kind }) => kind),
    ).not.toContain("card");
  });

  it("takes time in proportion to the text, whatever the text", () => {
    for (const piece of [
      "Aa-",
      "a.",
      "0-",
      "a-1",
      "1 ",
      "Dr. ",
      "Aa ",
      "a@",
      "12 Aa ",
      "Musterstraße",
      "(",
      "name is ",
    ]) {
      const text = piece.repeat(20_000 / piece.length);
      const before = performance.now();
      redact(text, { names: knownNames, locale: "de" });
      expect(performance.now() - before, piece).toBeLessThan(2000);
    }
  });

  it("ignores empty names", () => {
    expect(redact("Alles gut.", { names: ["", " ", "."], locale: "de" }).findings).toEqual([]);
  });

  it("leaves the word between a known name and another alone", () => {
    const { redacted } = redact("Guten Tag, Deniz Aydın von Nordhang. Ich bin da.", { names: ["Deniz Aydın"], locale: "de" });
    expect(redacted).toContain("[Name] von");
  });
});
