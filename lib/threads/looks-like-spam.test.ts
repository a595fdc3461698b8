import { describe, expect, it } from "vitest";
import { looksLikeSpam } from "./looks-like-spam";

describe("looksLikeSpam", () => {
  it.each([
    ["Win big at our casino tonight", ""],
    ["A question about dryers", "Kredit ohne Schufa, sofort"],
    ["Nordhang support number", "Call us now +1 (800) 555-0199 for help"],
    ["BUY CHEAP WASHING MACHINES NOW!!!", ""],
  ])("%s: yes", (title, text) => expect(looksLikeSpam(title, text)).toBe(true));

  it.each([
    ["Lenta W7 zeigt E18 und pumpt nicht ab", "Die Hotline hat gesagt, ich soll hier fragen."],
    ["E18 AUF DER W7", "Kurzer Titel in Versalien"],
    ["Wie lese ich das Dokument zur Garantie?", "Escorten, Casinoabend: nichts davon als ganzes Wort."],
    ["Serial number 2304 118 220 on my W7", "It says LW7-2304 118 220 5566"],
  ])("%s: no", (title, text) => expect(looksLikeSpam(title, text)).toBe(false));
});
