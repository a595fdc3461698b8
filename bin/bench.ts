import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { ensureBuilt } from "./lib/build.mjs";
import { measureChat } from "./bench/chat";
import { type BenchWorld, fill } from "./bench/fill";
import { driver, memoryMb } from "./bench/load";
import { measurePages, type Row } from "./bench/pages";
import { printRow } from "./bench/print-row";
import { measureSearch, qualitySets, searchParts } from "./bench/search";
import { inFreshDatabase, type Site, startSite } from "./bench/site";
import { measureCuts } from "./bench/cuts";
import { measureStreams } from "./bench/streams";
import { measureFanOut, measurePosting } from "./bench/writes";

/** Everything is measured in one run on one machine; ratios count, absolute figures are its own. */
const POSTS = 10_000;

const siteParts: Record<string, (site: Site, world: BenchWorld) => Promise<Row[]>> = {
  pages: (site, world) => measurePages(site, world, tell),
  posting: measurePosting,
  screens: measureFanOut,
  chat: measureChat,
  streams: measureStreams,
};

const server = process.env.DATABASE_URL;
if (!server) throw new Error("DATABASE_URL is not set");
const { positionals: wanted, values: only } = readArguments();
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const rows: Row[] = [];

// What was started for it goes with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

await ensureBuilt();
console.log(`Driver: ${driver}, Node ${process.version}\n`);
if (Object.keys(siteParts).some(isWanted)) await measureSite(server);
if (isWanted("cuts")) {
  tell("cuts");
  for (const row of await measureCuts(tell)) show(row);
}
const parts = wanted.filter((name) => name in searchParts);
if (isWanted("search") || parts.length > 0) await measureSearch(server, { parts, ...only }, show, tell);
keep();
process.exit(rows.some((row) => row.ok === false) ? 1 : 0);

function readArguments() {
  const named = { type: "string", multiple: true, default: [] as string[] } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { set: named, engine: named } });
  refuseStrange(positionals, [...Object.keys(siteParts), "cuts", "search", ...Object.keys(searchParts)]);
  refuseStrange(values.set, Object.keys(qualitySets));
  refuseStrange(values.engine, ["postgres", "meilisearch"]);
  return { positionals, values };
}

function refuseStrange(names: string[], known: string[]): void {
  const strange = names.find((name) => !known.includes(name));
  if (!strange) return;
  console.error(`There is nothing called "${strange}" to measure: ${known.join(", ")}.`);
  process.exit(2);
}

async function measureSite(server: string): Promise<void> {
  tell(`filling a fresh database with ${POSTS} posts`);
  await inFreshDatabase(server, "kundig_bench", async (url) => {
    const world = await fill(POSTS);
    const site = await startSite(url);
    try {
      for (const [name, measure] of Object.entries(siteParts)) {
        if (!isWanted(name)) continue;
        tell(name);
        for (const row of await measure(site, world)) show(row);
        await untilAtRest();
      }
      const memory = memoryMb([site.pid, ...postgresPids(server)]);
      show({ what: "memory of everything started, after all of this", value: memory, unit: "MB", reach: "≤ 600 MB", ok: memory <= 600 });
    } finally {
      await site.stop();
    }
  });
}

/** What one part has left to be done (jobs, index) is not for the next part to wait for. */
async function untilAtRest(): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    const { rows } = await db.execute<{ busy: boolean }>(
      sql`select exists (select 1 from search_outbox) or exists (select 1 from graphile_worker._private_jobs where run_at <= now()) as busy`,
    );
    if (!rows[0]?.busy) return;
  }
}

function postgresPids(url: string): number[] {
  const dataDir = join(process.env.KUNDIG_DATA_DIR ?? ".data", "postgres");
  try {
    const postmaster = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(/\s+/).map(Number);
    return [postmaster, ...children];
  } catch {
    tell(`the memory of the database at ${new URL(url).host} is not counted`);
    return [];
  }
}

function tell(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

function show(row: Row): void {
  rows.push(row);
  printRow(row);
}

function keep(): void {
  const folder = join(process.env.KUNDIG_DATA_DIR ?? ".data", "bench");
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(folder, `${at.replaceAll(":", "-")}.json`), JSON.stringify({ at, driver, node: process.version, rows }, null, 2));
}
