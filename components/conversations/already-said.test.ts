import { describe, expect, it } from "vitest";
import { alreadySaid } from "./already-said";

const packet = {
  facts: [
    { label: "Gerät", value: "Lenta W7" },
    { label: "Fehlercode", value: "E18" },
    { label: "Gekauft", value: "März 2023" },
  ],
  tried: ["Sieb gereinigt", "Schlauch geprüft"],
};
const english = {
  facts: [
    { label: "Appliance", value: "Miro K2" },
    { label: "Error code", value: "E04" },
    { label: "Bought", value: "May 2024" },
  ],
  tried: ["Cleaned the tray"],
};

describe("what was said already", () => {
  it.each([
    ["Wann haben Sie das Gerät gekauft?", "März 2023"],
    ["Guten Abend. Welches Modell haben Sie denn?", "Lenta W7"],
    ["Steht ein Fehlercode in der Anzeige?", "E18"],
    ["Haben Sie das Sieb schon gereinigt?", "Sieb gereinigt, Schlauch geprüft"],
    ["Wie alt ist die Maschine?", "März 2023"],
    ["Was haben Sie bisher versucht?", "Sieb gereinigt, Schlauch geprüft"],
  ])("notices %s", (text, value) => {
    expect(alreadySaid(text, packet)?.value).toBe(value);
  });

  it.each([
    ["When did you buy it?", "May 2024"],
    ["Which model is it?", "Miro K2"],
    ["What error does it show?", "E04"],
    ["Have you already cleaned the tray?", "Cleaned the tray"],
  ])("notices %s", (text, value) => {
    expect(alreadySaid(text, english)?.value).toBe(value);
  });

  it.each([
    "Sieb und Schlauch haben Sie schon geprüft, das überspringen wir.",
    "Dreht sich das Flügelrad hinter dem Sieb?",
    "Passt Ihnen Dienstag zwischen 8 und 12 Uhr?",
    "Ihr Gerät gehört zur Tauschserie.",
    "Does the scraping stop when you turn the wheel backwards?",
    "Then something thin sits under one blade.",
  ])("is silent about %s", (text) => {
    expect(alreadySaid(text, packet)).toBeNull();
    expect(alreadySaid(text, english)).toBeNull();
  });

  it("asks for what nobody has told", () => {
    expect(alreadySaid("Wann haben Sie das Gerät gekauft?", { facts: [], tried: [] })).toBeNull();
  });
});
