import { parseArgs } from "node:util";
import { step } from "@/bin/lib/steps.mjs";
import { examine } from "@/lib/health/examine";
import type { Finding } from "@/lib/health/finding";
import { system } from "@/lib/members/actor";

const signs = { ok: "✓", warning: "!", bad: "✗" };

/** Says how the community is, part by part; with --repair it mends what can be mended. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { repair: { type: "boolean", default: false } } });
  const findings = await step("Examining", (note) => examine(system("doctor"), { repair: values.repair }, note));
  for (const { area, state, text, repaired } of findings) console.log(`${signs[state]} ${area.padEnd(8)}  ${text}${repaired ? `: ${repaired}` : ""}`);
  return report(findings, values.repair);
}

function report(findings: Finding[], repair: boolean): number {
  const left = findings.filter(({ state, repaired }) => state === "bad" && !repaired).length;
  const mended = findings.filter(({ repaired }) => repaired).length;
  const warnings = findings.filter(({ state, repaired }) => state === "warning" && !repaired).length;
  const parts = [`${findings.length} looked at`, mended > 0 && `${mended} repaired`, warnings > 0 && `${warnings} to know`, `${left} wrong`].filter(Boolean);
  console.log(`\n${parts.join(", ")}.${left > 0 && !repair ? " npm run kundig -- doctor --repair mends what can be mended." : ""}`);
  return left > 0 ? 1 : 0;
}
