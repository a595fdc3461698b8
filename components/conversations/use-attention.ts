import { useEffect, useRef } from "react";
import { chime } from "./chime";

/** Calls somebody back who looks elsewhere: a sound, and a mark in the tab's title until they are here again. */
export function useAttention(count: number): void {
  const seen = useRef(count);
  const title = useRef<string | null>(null);
  useEffect(() => {
    const more = count > seen.current;
    seen.current = count;
    if (!more || document.visibilityState === "visible") return;
    void chime("message");
    title.current ??= document.title;
    document.title = `● ${title.current}`;
  }, [count]);
  useEffect(() => {
    const back = () => {
      if (document.visibilityState !== "visible" || title.current === null) return;
      document.title = title.current;
      title.current = null;
    };
    document.addEventListener("visibilitychange", back);
    return () => document.removeEventListener("visibilitychange", back);
  }, []);
}
