import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "../lib/postgres.mjs";
import { type ChatPerson } from "./chat-person";
import { type Differences, findDifferences } from "./cut-differences";
import { readSentences, seatPeople, talkUntil, VISITORS } from "./cut-people";
import { startFaultProxy } from "./fault-proxy";
import { percentile } from "./load";
import type { Row } from "./pages";
import { type Site, startSite } from "./site";

const SECONDS = 60;
const HEALING_MS = 60_000;
/** A connection that was made while app or database were being killed tells nothing of the network. */
const AFTERMATH_MS = 5_000;

type Kill = { from: number; until: number };

/**
 * Two hundred visitors and twenty agents write for a minute over a network that cuts every connection after one to
 * five seconds, while the app and the database are killed at moments nobody chose. Nothing may be lost or doubled.
 */
export async function measureCuts(tell: (line: string) => void): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kundig-cuts-"));
  const dataDir = join(folder, "postgres");
  const before = process.env.DATABASE_URL;
  let postgres = await startPostgres({ dataDir });
  process.env.DATABASE_URL = postgres.url;
  await closeDatabase();
  await migrateDatabase(postgres.url);
  let site: Site = await startSite(postgres.url);
  const proxy = await startFaultProxy();
  proxy.aim(Number(new URL(site.url).port));
  const people = await seatPeople(proxy.url);
  const kills: Kill[] = [];
  const during = async (work: () => Promise<void>) => {
    const kill = { from: Date.now(), until: Infinity };
    kills.push(kill);
    await work();
    kill.until = Date.now();
  };
  try {
    const talking = talkUntil(Date.now() + SECONDS * 1_000, people, readSentences(tell));
    await sleep((10 + Math.random() * 15) * 1_000);
    tell("killing the app");
    await during(async () => {
      const gone = new Promise((done) => site.child.once("exit", done));
      site.child.kill("SIGKILL");
      await gone;
      site = await startSite(postgres.url);
      proxy.aim(Number(new URL(site.url).port));
    });
    await sleep((5 + Math.random() * 8) * 1_000);
    tell("killing the database");
    await during(async () => {
      process.kill(-postgres.pid, "SIGKILL");
      postgres = await startPostgres({ dataDir });
      await until(async () => (await fetch(`${site.url}/readyz`)).ok);
    });
    await talking;
    proxy.heal();
    const all = [...people.visitors, ...people.agents];
    await until(
      async () => all.every(({ unsent }) => unsent === 0) && (await findDifferences(people)).missing === 0,
      HEALING_MS,
    );
    return rowsOf(all, await findDifferences(people), kills, proxy.cuts());
  } finally {
    for (const person of [...people.visitors, ...people.agents]) person.stop();
    proxy.close();
    await site.stop();
    await closeDatabase();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    process.env.DATABASE_URL = before;
  }
}

function rowsOf(
  all: ChatPerson[],
  { lost, doubled, disordered, missing, written }: Differences,
  kills: Kill[],
  cuts: number,
): Row[] {
  const gaps = all.flatMap((person) => person.gaps);
  const byNetwork = gaps
    .filter(({ at, ms }) => !kills.some(({ from, until }) => at > from && at - ms < until + AFTERMATH_MS))
    .map(({ ms }) => ms);
  const refused = all.reduce((sum, person) => sum + person.refused.length, 0);
  const p99 = Math.round(percentile(byNetwork, 0.99));
  const p50 = Math.round(percentile(byNetwork, 0.5));
  const none = (what: string, value: number): Row => ({ what, value, unit: "", reach: "0", ok: value === 0 });
  return [
    { ...none(`${cuts} cuts, app and database killed: messages of ${written} lost`, lost), ok: lost === 0 && written > VISITORS },
    none("doubled", doubled),
    none("chats out of order", disordered),
    none("not on a screen at the end", missing),
    none("refused", refused),
    { what: "heard again after a cut, p99", value: p99, unit: "ms", reach: "≤ 3,000 ms", ok: p99 <= 3_000 },
    { what: "heard again after a cut, p50", value: p50, unit: "ms" },
  ];
}

async function until(what: () => Promise<boolean>, withinMs = HEALING_MS): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(250))
    if (await what().catch(() => false)) return;
}
