import { z } from "zod";
import { type Actor, isAdmin } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { parseInput } from "@/lib/platform/parse-input";
import { checkCounters } from "./check-counters";
import { checkDatabase, isMigrated, notMigrated } from "./check-database";
import { checkFiles } from "./check-files";
import { checkHolds } from "./check-holds";
import { checkJobs } from "./check-jobs";
import { checkLine } from "./check-line";
import { checkSearch } from "./check-search";
import type { Finding } from "./finding";

const input = z.object({ repair: z.boolean().default(false) });

/** Looks at everything that could be out of order, while the site runs; with `repair` it also mends what can be. */
export async function examine(actor: Actor, given: unknown, tell: (area: string) => void = () => {}): Promise<Finding[]> {
  const { repair } = parseInput(input, given);
  assertCan(isAdmin(actor));
  if (!(await isMigrated())) return [notMigrated()];
  const findings: Finding[] = [];
  const checks = { database: checkDatabase, counters: checkCounters, chat: checkLine, jobs: checkJobs, search: checkSearch, files: checkFiles, holds: checkHolds };
  for (const [area, check] of Object.entries(checks)) {
    tell(area);
    findings.push(...(await check({ repair })));
  }
  return findings;
}
