import { useEffect, useRef, useState } from "react";
import type { Hit } from "@/lib/search/hit";

/** So long it can be taken back; then it counts. */
const patience = 8_000;

type Kept = { outcome: "left_satisfied" | "me_too"; hit: Hit };
type Outcome = { kept: Kept | null; keep: (outcome: Kept["outcome"], hit: Hit) => void; undo: () => void };

/** What became of the suggestions: told when nobody took it back in time, or in the moment of leaving. */
export function useOutcome(describe: (hit: Hit) => object): Outcome {
  const [kept, setKept] = useState<Kept | null>(null);
  const waiting = useRef<{ body: string; timer: number }>(undefined);
  const tell = () => {
    if (!waiting.current) return;
    const { body, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    void fetch("/api/v1/suggestions/outcomes", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body }).catch(() => undefined);
  };
  useEffect(() => {
    window.addEventListener("pagehide", tell);
    return () => window.removeEventListener("pagehide", tell);
  }, []);
  const undo = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    setKept(null);
    window.dispatchEvent(new Event("kundig:asking"));
  };
  const keep = (outcome: Kept["outcome"], hit: Hit) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = { body: JSON.stringify({ ...describe(hit), outcome }), timer: window.setTimeout(tell, patience) };
    setKept({ outcome, hit });
    window.dispatchEvent(new Event("kundig:asked"));
  };
  return { kept, keep, undo };
}
