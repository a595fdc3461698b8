import type { TabTies, Timers } from "./tab-ties";

/** One browser with several tabs on a clock of its own, for tests: everything random comes from one seed. */
export function fakeBrowser(seed: number) {
  const random = randomFrom(seed);
  const due: { at: number; order: number; act: () => void }[] = [];
  let now = 1_000_000;
  let order = 0;
  const timers: Timers = {
    now: () => now,
    random,
    set: (act, ms) => {
      const timer = { at: now + ms, order: order++, act };
      due.push(timer);
      return timer;
    },
    clear: (timer) => {
      const at = due.findIndex((candidate) => candidate === timer);
      if (at >= 0) due.splice(at, 1);
    },
  };
  const locks = new Map<string, { waiting: { tab: Tab; act: () => Promise<void> }[]; held: Tab | null }>();
  const tabs = new Set<Tab>();

  function grant(name: string): void {
    const lock = locks.get(name);
    const next = lock && !lock.held ? lock.waiting.shift() : undefined;
    if (!lock || !next) return;
    lock.held = next.tab;
    void next.act().then(() => {
      if (lock.held === next.tab) lock.held = null;
      grant(name);
    });
  }

  function openTab(): Tab {
    const hearers = new Set<(message: unknown) => void>();
    const tab: Tab = {
      hearers,
      ties: {
        lead: (name, act) => {
          const lock = locks.get(name) ?? { waiting: [], held: null };
          locks.set(name, lock);
          lock.waiting.push({ tab, act });
          timers.set(() => grant(name), 0);
        },
        post: (message) => {
          const copy: unknown = structuredClone(message);
          for (const other of tabs) {
            if (other === tab) continue;
            timers.set(() => {
              if (tabs.has(other)) for (const hear of [...other.hearers]) hear(structuredClone(copy));
            }, 0);
          }
        },
        listen: (hear) => {
          hearers.add(hear);
          return () => hearers.delete(hear);
        },
      },
    };
    tabs.add(tab);
    return tab;
  }

  /** The tab is gone as after a crash: its locks are free, nobody says good-bye. */
  function closeTab(tab: Tab): void {
    tabs.delete(tab);
    for (const [name, lock] of locks) {
      lock.waiting = lock.waiting.filter((waiting) => waiting.tab !== tab);
      if (lock.held === tab) lock.held = null;
      grant(name);
    }
  }

  /** Lets everything happen that happens within `ms`. */
  async function pass(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      await settled();
      due.sort((a, b) => a.at - b.at || a.order - b.order);
      const next = due[0];
      if (!next || next.at > end) break;
      due.shift();
      now = Math.max(now, next.at);
      next.act();
    }
    now = end;
  }

  return { timers, random, openTab, closeTab, pass };
}

export type Tab = { ties: TabTies; hearers: Set<(message: unknown) => void> };

async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
