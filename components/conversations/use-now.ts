import { useEffect, useState } from "react";

let offsetMs = 0;

/** Machines' clocks are wrong by minutes; waits and offers are told by the server's. */
export function noteServerTime(instant: string): void {
  const offset = Date.parse(instant) - Date.now();
  // Within what a page takes to arrive nothing can be said.
  offsetMs = Math.abs(offset) < 5_000 ? 0 : offset;
}

/** The time, anew every `everyMs`. Begins with `from`, so that the first paint is the same on both sides. */
export function useNow(from: string, everyMs = 1_000): number {
  const [begun, setBegun] = useState(false);
  const [, tick] = useState(0);
  useEffect(() => {
    setBegun(true);
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return begun ? Date.now() + offsetMs : Date.parse(from);
}
