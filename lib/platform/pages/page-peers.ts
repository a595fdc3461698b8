import { lt, ne, sql } from "drizzle-orm";
import { type Tx, db, onCommit } from "@/db/client";
import { webProcesses } from "@/db/schema";
import { singleton } from "../singleton";
import { caches, pulse, STILL_MS } from "./page-cache";
import { changedTags, pagesChannel, processId } from "./page-tags";

/**
 * Between commit and acknowledgement a writer waits until every other web process has said that
 * it dropped the changed pages. A process that does not answer in ACK_MS is left out until it is
 * heard again: it has lost its listener (then it keeps nothing) or it is gone.
 */
const ACK_MS = 2_000;
const HEARTBEAT_MS = 5_000;
/**
 * A process that stood still (a long pause, a suspended machine) may have been left out meanwhile. It
 * drops everything before it answers anybody, and joins anew.
 */
const TICK_MS = 100;

type Notice =
  | { from: string; tags: string[] }
  | { from: string; wait: string; tags: string[] }
  | { from: string; ack: string }
  | { from: string; hello: true }
  | { from: string; bye: true };

const peers = singleton("page-peers", () => ({
  alive: new Set<string>(),
  waiting: new Map<string, { missing: Set<string>; done: () => void }>(),
  count: 0,
  joining: undefined as NodeJS.Timeout | undefined,
}));

onCommit(afterCommit);

async function afterCommit(tx: Tx): Promise<void> {
  const tags = changedTags(tx);
  if (tags.length === 0) return;
  for (const cache of caches) cache.drop(tags);
  if (peers.alive.size === 0) return;
  const wait = `${processId}.${(peers.count += 1)}`;
  const missing = new Set(peers.alive);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      // When it was this process that was late, the answers are here but unread: read them first.
      setImmediate(() => {
        for (const peer of missing) peers.alive.delete(peer);
        finish();
      });
    }, ACK_MS);
    const finish = () => {
      clearTimeout(timer);
      peers.waiting.delete(wait);
      resolve();
    };
    peers.waiting.set(wait, { missing, done: finish });
    void notify({ from: processId, wait, tags }).catch(() => finish());
  });
}

/** Handles what other processes say; the entry's listener calls it. */
export function hearPeer(payload: string): void {
  const notice = JSON.parse(payload) as Notice;
  if (notice.from === processId) return;
  if ("tags" in notice) {
    for (const cache of caches) cache.drop(notice.tags);
    if ("wait" in notice) void notify({ from: processId, ack: notice.wait }).catch(() => {});
  } else if ("ack" in notice) {
    peers.alive.add(notice.from);
    const wait = peers.waiting.get(notice.ack);
    wait?.missing.delete(notice.from);
    if (wait?.missing.size === 0) wait.done();
  } else if ("hello" in notice) peers.alive.add(notice.from);
  else peers.alive.delete(notice.from);
}

/** Called on every (re)connection of the listener: nothing that was kept before can be trusted. */
export async function joinPeers(): Promise<void> {
  losePeers();
  await beat();
  const others = await db.select({ id: webProcesses.id }).from(webProcesses).where(ne(webProcesses.id, processId));
  peers.alive = new Set(others.map((row) => row.id));
  await notify({ from: processId, hello: true });
  // A writer elsewhere that began before our hello does not wait for us; give it time to finish.
  clearTimeout(peers.joining);
  peers.joining = setTimeout(() => {
    for (const cache of caches) cache.setListening(true);
  }, peers.alive.size > 0 ? ACK_MS : 0);
}

export function losePeers(): void {
  clearTimeout(peers.joining);
  for (const cache of caches) cache.setListening(false);
}

export function startHeartbeat(): () => Promise<void> {
  const timer = setInterval(() => {
    void beat()
      .then(() => notify({ from: processId, hello: true }))
      .catch(() => {});
  }, HEARTBEAT_MS);
  timer.unref();
  const ticks = setInterval(tick, TICK_MS);
  ticks.unref();
  tick();
  return async () => {
    clearInterval(timer);
    clearInterval(ticks);
    await db.delete(webProcesses).where(sql`${webProcesses.id} = ${processId}`).catch(() => {});
    await notify({ from: processId, bye: true }).catch(() => {});
  };
}

function tick(): void {
  const time = performance.now();
  const stoodStill = time - pulse.at > STILL_MS;
  pulse.at = time;
  if (stoodStill) void rejoin();
}

async function rejoin(): Promise<void> {
  await joinPeers().catch(() => setTimeout(() => void rejoin(), 1_000).unref());
}

async function beat(): Promise<void> {
  await db
    .insert(webProcesses)
    .values({ id: processId })
    .onConflictDoUpdate({ target: webProcesses.id, set: { seenAt: sql`now()` } });
  await db.delete(webProcesses).where(lt(webProcesses.seenAt, sql`now() - interval '20 seconds'`));
}

async function notify(notice: Notice): Promise<void> {
  await db.execute(sql`select pg_notify(${pagesChannel}, ${JSON.stringify(notice)})`);
}
