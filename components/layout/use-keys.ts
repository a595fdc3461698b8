import { useEffect, useRef } from "react";
import { isTyping } from "./page-keys";

/** Single keys for staff: { j: next, k: previous }. Silent inside fields and with a dialog open. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (!act || event.repeat || isTyping(event) || document.querySelector("dialog[open], details.mn[open]"))
        return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
