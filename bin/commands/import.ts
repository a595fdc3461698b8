import { parseArgs } from "node:util";
import { step } from "@/bin/lib/steps.mjs";
import { importMarkdown } from "@/lib/imports/import-markdown";
import type { ImportReport } from "@/lib/imports/import-report";
import { importStackExchange } from "@/lib/imports/import-stack-exchange";
import { skippedOf } from "@/lib/imports/tally";
import { system } from "@/lib/members/actor";
import { InvalidInput } from "@/lib/platform/errors";
import { translator } from "@/lib/platform/i18n/translator";

export const usage = [
  "import stackexchange <folder> [--site <host>] [--category <slug>] [--locale en|de]",
  "import markdown <folder or .tar.gz> [--locale en|de] [--category <slug>] [--source <name>] [--url <address>] [--license <name>] [--owner <address>]",
];

/** Takes over threads of a Stack Exchange dump, or articles in Markdown, and gives account of every single thing. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      site: { type: "string" },
      category: { type: "string" },
      locale: { type: "string" },
      source: { type: "string" },
      url: { type: "string" },
      license: { type: "string" },
      owner: { type: "string" },
    },
  });
  const [kind, folder, ...more] = positionals;
  const act = kind === "stackexchange" ? importStackExchange : kind === "markdown" ? importMarkdown : undefined;
  if (!act || !folder || more.length > 0) {
    for (const line of usage) console.error(line);
    return 2;
  }
  const started = performance.now();
  try {
    const report = await act(system("import"), { ...values, folder }, { watch: step });
    tell(report, performance.now() - started);
    return report.mismatches.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const t = translator("en");
    for (const [field, { key, values }] of Object.entries(error.fields)) console.error(`--${field}: ${t(key, values)}`);
    return 1;
  }
}

const number = new Intl.NumberFormat("en");

function tell({ source, category, tally, mismatches }: ImportReport, ms: number): void {
  const head = ["", "read", "imported", "updated", "already there", "skipped"];
  const lines = [...tally.counts].map(([kind, count]) => [
    kind,
    ...[count.read, count.imported, count.updated, count.known, skippedOf(count)].map((each) => number.format(each)),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const show = (line: string[]) => console.log(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "));
  console.log(`\nFrom ${source} into /c/${category}, in ${(ms / 1000).toFixed(1)} s\n`);
  for (const line of [head, ...lines]) show(line);
  const reasons = [...tally.counts].flatMap(([kind, { skipped }]) => [...skipped].map(([reason, count]) => `  ${number.format(count)} ${kind}: ${reason}`));
  if (reasons.length > 0) console.log(["\nSkipped:", ...reasons].join("\n"));
  if (tally.notes.length > 0) console.log(["\nAlso:", ...tally.notes.map((note) => `  ${note}`)].join("\n"));
  if (mismatches.length === 0) console.log("\nThe sums match: read = imported + updated + already there + skipped.");
  else console.log(["\nThe sums do NOT match:", ...mismatches.map((line) => `  ${line}`)].join("\n"));
}
