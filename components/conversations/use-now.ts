import { useEffect, useState } from "react";

/** The time, anew every `everyMs`. Begins with the server's, so that the first paint is the same on both sides. */
export function useNow(from: string, everyMs = 1_000): number {
  const [offset, setOffset] = useState<number | null>(null);
  const [, tick] = useState(0);
  useEffect(() => {
    setOffset(0);
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return offset === null ? Date.parse(from) : Date.now();
}
