/** What joins the tabs of one browser. Tests put their own in its place. */
export type TabTies = {
  /** Runs `lead` while this tab is the one that leads; it leads until the promise settles. */
  lead: (name: string, lead: () => Promise<void>) => void;
  post: (message: unknown) => void;
  listen: (hear: (message: unknown) => void) => () => void;
};

export type Timers = {
  now: () => number;
  set: (act: () => void, ms: number) => unknown;
  clear: (timer: unknown) => void;
  random: () => number;
};

export const browserTimers: Timers = {
  now: () => Date.now(),
  set: (act, ms) => setTimeout(act, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  random: () => Math.random(),
};

/** Web Locks and BroadcastChannel. Without them (an address without TLS) every tab leads itself. */
export function browserTies(channel: string): TabTies {
  const wire = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channel);
  return {
    lead: (name, lead) => {
      if (typeof navigator.locks === "undefined") void lead();
      else void navigator.locks.request(name, lead).catch(() => lead());
    },
    post: (message) => wire?.postMessage(message),
    listen: (hear) => {
      const onMessage = (event: MessageEvent) => hear(event.data);
      wire?.addEventListener("message", onMessage);
      return () => wire?.removeEventListener("message", onMessage);
    },
  };
}

/** 1, 2, 4, 8, 15 seconds, each ± 30 %, so that a thousand browsers don't come back in one moment. */
export function retryDelay(attempt: number, random: () => number): number {
  const seconds = [1, 2, 4, 8, 15][Math.min(attempt, 4)] ?? 15;
  return Math.round(seconds * 1000 * (0.7 + 0.6 * random()));
}
