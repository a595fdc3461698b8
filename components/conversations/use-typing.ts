import { useCallback, useEffect, useRef, useState } from "react";
import { sayTyping } from "./chat-api";
import { sharedStream } from "./shared-lines";

const SHOWN_MS = 6_000;
const SAID_EVERY_MS = 3_000;

/** Whether the other side is writing: passing news that ends by itself. */
export function useTyping(conversationId: number, me: number, cursor: number) {
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopTyping = useCallback(() => {
    clearTimeout(timer.current);
    setTyping(false);
  }, []);
  useEffect(() => {
    const stream = sharedStream(cursor);
    const leave = stream.follow(`conversation:${conversationId}`);
    const deafen = stream.hear(({ type, data }) => {
      if (type !== "typing" || data.conversationId !== conversationId || data.memberId === me) return;
      clearTimeout(timer.current);
      setTyping(true);
      timer.current = setTimeout(() => setTyping(false), SHOWN_MS);
    });
    return () => {
      leave();
      deafen();
      stopTyping();
    };
  }, [conversationId, me, cursor, stopTyping]);
  return { typing, stopTyping };
}

/** Call on every key; says so at most every three seconds. */
export function useTypingNews(conversationId: number): () => void {
  const said = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - said.current < SAID_EVERY_MS) return;
    said.current = now;
    sayTyping(conversationId).catch(() => undefined);
  }, [conversationId]);
}
