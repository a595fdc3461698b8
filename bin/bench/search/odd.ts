import type { Row } from "../pages";
import type { Site } from "../site";
import { askSite } from "./ask";
import type { Engine } from "./engines";

const ROUNDS = 3;
const odd = [
  "wort sieb ".repeat(250),
  '?!… --- "" «»',
  'Sieb „reinigen" "pump',
  "Sieb\u0007\u200b reinigen\u202e",
  "مسح المرشح ניקוי",
  "x".repeat(10_000),
  "sieb".repeat(2_500),
  "haus".repeat(15),
  "a & b | !c:* <-> 'd\\'",
  "colour:red is:purple from:nobody tag:",
  "-only -what -is -left -out",
  "how do I do it",
];

/** What nobody means to ask: results or a kind sentence, and soon. */
export async function measureOdd(site: Site, { name }: Engine): Promise<Row> {
  let slowest = 0;
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of odd) {
      const started = performance.now();
      await askSite(site, text, { limit: "8" }).catch(() => void (refused += 1));
      if (round > 0) slowest = Math.max(slowest, Math.round(performance.now() - started));
    }
  }
  return { what: `odd input, the slowest of ${odd.length} kinds · ${name}`, value: slowest, unit: "ms", beside: `${refused} refused`, reach: "≤ 300 ms", ok: slowest <= 300 && refused === 0 };
}
