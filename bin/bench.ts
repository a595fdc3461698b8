import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { ensureBuilt } from "./lib/build.mjs";
import { measureChat } from "./bench/chat";
import { fill } from "./bench/fill";
import { driver, memoryMb } from "./bench/load";
import { measurePages, type Row } from "./bench/pages";
import { freshDatabase, startSite } from "./bench/site";
import { measureFanOut, measurePosting } from "./bench/writes";

/** Everything is measured in one run on one machine; ratios count, absolute figures are its own. */
const POSTS = 10_000;

const server = process.env.DATABASE_URL;
if (!server) throw new Error("DATABASE_URL is not set");
const tell = (line: string) => process.stderr.write(`  ${line}\n`);

await ensureBuilt();
tell(`filling a fresh database with ${POSTS} posts`);
const database = await freshDatabase(server, "kundig_bench");
process.env.DATABASE_URL = database.url;
await migrateDatabase(database.url);
const world = await fill(POSTS);
const site = await startSite(database.url);
const rows: Row[] = [];
const parts: Record<string, () => Promise<Row[]>> = {
  pages: () => measurePages(site, world, tell),
  posting: () => measurePosting(site, world),
  screens: () => measureFanOut(site, world),
  chat: () => measureChat(site, world),
};
const wanted = process.argv.slice(2);
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    tell(name);
    rows.push(...(await measure()));
  }
  const memory = memoryMb([site.pid, ...postgresPids(server)]);
  rows.push({ what: "memory of everything started, after all of this", value: memory, unit: "MB", reach: "≤ 600 MB", ok: memory <= 600 });
} finally {
  await site.stop();
  await closeDatabase();
  await database.drop();
}
report(rows);
process.exit(rows.some((row) => row.ok === false) ? 1 : 0);

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

function report(all: Row[]): void {
  const folder = join(process.env.KUNDIG_DATA_DIR ?? ".data", "bench");
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(join(folder, `${at.replaceAll(":", "-")}.json`), JSON.stringify({ at, driver, node: process.version, rows: all }, null, 2));
  console.log(`\nDriver: ${driver}, Node ${process.version}\n`);
  for (const row of all) {
    const figure = `${row.value} ${row.unit}`.padStart(12);
    const ratio = row.ratio === undefined ? "" : `${row.ratio} of bare`;
    const mark = row.ok === undefined ? " " : row.ok ? "✓" : "✗";
    console.log(`${mark} ${row.what.padEnd(60)} ${figure}  ${ratio.padEnd(16)} ${row.cpuMs === undefined ? "" : `${row.cpuMs} ms CPU`.padEnd(16)} ${row.p99Ms === undefined ? "" : `p99 ${row.p99Ms} ms`.padEnd(14)} ${row.reach ?? ""}`);
  }
}
