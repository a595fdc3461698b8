import { describe, expect, it, test } from "vitest";
import { alreadySaid } from "./already-said";
import { english, german, known } from "./already-said.corpus";

const labelled = [
  ...german.map(([text, asks]) => ({ text, asks, said: alreadySaid(text, known.de) })),
  ...english.map(([text, asks]) => ({ text, asks, said: alreadySaid(text, known.en) })),
];

describe("what was said already", () => {
  test("is noticed in four of five questions, and in one harmless sentence of ten at most", () => {
    const asked = labelled.filter(({ asks }) => asks !== null);
    const harmless = labelled.filter(({ asks }) => asks === null);
    const missed = asked.filter(({ asks, said }) => said?.question !== asks);
    const alarms = harmless.filter(({ said }) => said !== null);
    const shown = [...missed, ...alarms].map(({ text, said }) => `${text} → ${said?.question ?? "nothing"}`).join("\n");
    expect(labelled.length).toBeGreaterThanOrEqual(60);
    expect(1 - missed.length / asked.length, shown).toBeGreaterThanOrEqual(0.8);
    expect(alarms.length / harmless.length, shown).toBeLessThanOrEqual(0.1);
  });

  it("asks for what nobody has told", () => {
    for (const { text } of labelled) expect(alreadySaid(text, { facts: [], tried: [] })).toBeNull();
  });

  it("finds a fact by its own name, whatever it is", () => {
    const facts = [{ label: "Seriennummer", value: "2306-114" }];
    expect(alreadySaid("Wie lautet die Seriennummer?", { facts, tried: [] })).toMatchObject({ value: "2306-114" });
  });

  it("takes time in proportion to the text", () => {
    for (const piece of ["wann ", "welch ", "?", "bitte nennen ", "haben sie schon "]) {
      expect(alreadySaid(piece.repeat(2_000), known.de)).toBeDefined();
    }
  });
});
