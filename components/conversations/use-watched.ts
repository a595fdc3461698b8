import { useEffect, useState } from "react";
import { sharedStream } from "./shared-lines";

/** A watcher says so every five seconds; who is silent for longer has left. */
const SHOWN_MS = 12_000;

/** Who reads along in one of my chats at this moment, in the order in which they came. */
export function useWatched(conversationId: number, me: number, cursor: number): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const stream = sharedStream(cursor);
    const leave = stream.follow(`agent:${me}`);
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const deafen = stream.hear(({ type, data }) => {
      if (type !== "watched" || data.conversationId !== conversationId) return;
      const by = String(data.by);
      clearTimeout(timers.get(by));
      setNames((shown) => (shown.includes(by) ? shown : [...shown, by]));
      timers.set(by, setTimeout(() => setNames((shown) => shown.filter((name) => name !== by)), SHOWN_MS));
    });
    return () => {
      leave();
      deafen();
      for (const timer of timers.values()) clearTimeout(timer);
      setNames([]);
    };
  }, [conversationId, me, cursor]);
  return names;
}
