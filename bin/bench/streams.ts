import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { BenchWorld } from "./fill";
import { memoryMb } from "./load";
import type { Row } from "./pages";
import type { Site } from "./site";
import { openStream } from "./stream-client";

const OPEN = 2_000;
const DROPS = 10_000;
/** So many arrive in the same moment. */
const AT_ONCE = 100;
const SETTLE_MS = 6_000;
/** What the process may keep of ten thousand that came and went: noise of its heap, not one of them. */
const KEPT_MB = 28;
const KEPT_HANDLES = 20;

type Open = { close: () => void };

/** What an open stream costs, and whether those that went leave anything behind. */
export async function measureStreams(site: Site, world: BenchWorld): Promise<Row[]> {
  // The first thousand pay for what is loaded and compiled once.
  for (const stream of await openMany(site, world, 1_000)) stream.close();
  await sleep(SETTLE_MS);
  const base = look(site);
  const streams = await openMany(site, world, OPEN);
  await sleep(SETTLE_MS);
  const held = look(site);
  for (const stream of streams) stream.close();
  await sleep(SETTLE_MS);
  const before = look(site);
  for (let count = 0; count < DROPS; count += AT_ONCE)
    for (const stream of await openMany(site, world, AT_ONCE)) stream.close();
  await sleep(SETTLE_MS);
  const after = look(site);
  const each = Math.round(((held.memory - base.memory) / OPEN) * 1_000 * 10) / 10;
  const grown = Math.round(after.memory - before.memory);
  const left = after.handles - base.handles;
  return [
    {
      what: `${OPEN} idle streams on one process, a thousand of them`,
      value: each,
      unit: "MB",
      reach: "≤ 14 MB",
      ok: each <= 14,
    },
    {
      what: `memory kept of ${DROPS} that came and went`,
      value: grown,
      unit: "MB",
      reach: `≤ ${KEPT_MB} MB`,
      ok: grown <= KEPT_MB,
    },
    {
      what: `handles kept of ${DROPS} that came and went`,
      value: left,
      unit: "",
      reach: `≤ ${KEPT_HANDLES}`,
      ok: left <= KEPT_HANDLES,
    },
  ];
}

function look(site: Site): { memory: number; handles: number } {
  return {
    memory: memoryMb([site.pid]),
    handles: readdirSync(`/proc/${site.pid}/fd`).length,
  };
}

/** Half of them members with their log, half visitors of one public thread. */
async function openMany(site: Site, world: BenchWorld, wanted: number): Promise<Open[]> {
  const open: Open[] = [];
  while (open.length < wanted) {
    const batch = Array.from({ length: Math.min(AT_ONCE, wanted - open.length) }, (_, index) => {
      const token = world.tokens[index % world.tokens.length];
      const headers: Record<string, string> = index % 2 && token ? { authorization: `Bearer ${token}` } : {};
      return openStream(`${site.url}/stream?topics=thread:${world.threadId}`, headers, () => {});
    });
    open.push(...(await Promise.all(batch)));
  }
  return open;
}
