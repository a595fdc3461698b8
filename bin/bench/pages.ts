import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchWorld } from "./fill";
import { cpuMs, load, median, type Measured } from "./load";
import { type Site, startBare } from "./site";

export type Row = { what: string; value: number; unit: string; ratio?: number; beside?: string; reach?: string; ok?: boolean; cpuMs?: number; p99Ms?: number };

const ROUNDS = 3;
const SECONDS = 3;
const CONNECTIONS = 32;

type Case = { name: string; site: Site; paths: string[]; headers: Record<string, string>; share?: number };

/** Pages against a bare node:http server that sends the same bytes, in turns within one run. */
export async function measurePages(site: Site, world: BenchWorld, tell: (line: string) => void): Promise<Row[]> {
  const page = await fetch(site.url + world.threadPath);
  if (!page.ok) throw new Error(`The thread page answers ${page.status}`);
  const file = join(tmpdir(), `kundig-bench-page-${process.pid}.html`);
  writeFileSync(file, Buffer.from(await page.arrayBuffer()));
  const bare = await startBare(file);
  const gzip = { "accept-encoding": "gzip" };
  const member = { cookie: `kundig_session=${world.session}; kundig_in=1` };
  const staff = { cookie: `kundig_session=${world.staffSession}; kundig_in=1; kundig_staff=1` };
  const pair = [world.threadPath, `/overlay?thread=${world.threadId}`];
  const cases: Case[] = [
    { name: "bare server, plain", site: bare, paths: ["/"], headers: {} },
    { name: "visitor's thread page, plain", site, paths: [world.threadPath], headers: {} },
    { name: "bare server, gzip", site: bare, paths: ["/"], headers: gzip },
    { name: "visitor's thread page, gzip", site, paths: [world.threadPath], headers: gzip },
    { name: "member's thread page with overlay, plain", site, paths: pair, headers: member, share: 2 },
    { name: "home", site, paths: ["/?lang=en"], headers: {} },
    { name: "staff's thread page, fresh", site, paths: [world.threadPath], headers: staff },
    { name: "search, REST", site, paths: ["/api/v1/search?q=drain+pump+E18&limit=10"], headers: {} },
  ];
  const results = new Map<string, Array<Measured & { cpu: number }>>();
  for (let round = 1; round <= ROUNDS; round++) {
    for (const { name, site: target, paths, headers } of cases) {
      tell(`round ${round} of ${ROUNDS}: ${name}`);
      const before = cpuMs(target.pid);
      const measured = await load({ url: target.url + (paths[0] ?? "/"), paths, headers, seconds: SECONDS, connections: CONNECTIONS });
      const cpu = (cpuMs(target.pid) - before) / (measured.perSecond * SECONDS);
      results.set(name, [...(results.get(name) ?? []), { ...measured, cpu }]);
    }
  }
  await bare.stop();
  const ratio = (name: string, base: string, share = 1) =>
    median((results.get(name) ?? []).map((one, round) => one.perSecond / share / (results.get(base)?.[round]?.perSecond ?? NaN)));
  return cases.map(({ name, share = 1 }) => {
    const all = results.get(name) ?? [];
    const base = name.endsWith("gzip") ? "bare server, gzip" : "bare server, plain";
    const reach = { "visitor's thread page, plain": 0.65, "visitor's thread page, gzip": 0.45, "member's thread page with overlay, plain": 0.3 }[name];
    const share1 = ratio(name, base, share);
    return {
      what: name,
      value: Math.round(median(all.map((one) => one.perSecond / share))),
      unit: "/s",
      ratio: Math.round(share1 * 1000) / 1000,
      cpuMs: Math.round(median(all.map((one) => one.cpu)) * share * 1000) / 1000,
      p99Ms: Math.round(median(all.map((one) => one.p99Ms)) * 10) / 10,
      ...(reach ? { reach: `≥ ${reach} of bare`, ok: share1 >= reach } : {}),
    };
  });
}
