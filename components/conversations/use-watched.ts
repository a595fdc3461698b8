import { useEffect, useState } from "react";
import { sharedStream } from "./shared-lines";

/** A watcher says so every five seconds; who is silent for longer has left. */
const SHOWN_MS = 12_000;

/** Who reads along in one of my chats at this moment. */
export function useWatched(conversationId: number, me: number, cursor: number): string | null {
  const [by, setBy] = useState<string | null>(null);
  useEffect(() => {
    const stream = sharedStream(cursor);
    const leave = stream.follow(`agent:${me}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const deafen = stream.hear(({ type, data }) => {
      if (type !== "watched" || data.conversationId !== conversationId) return;
      clearTimeout(timer);
      setBy(String(data.by));
      timer = setTimeout(() => setBy(null), SHOWN_MS);
    });
    return () => {
      leave();
      deafen();
      clearTimeout(timer);
    };
  }, [conversationId, me, cursor]);
  return by;
}
