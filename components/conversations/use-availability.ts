import { useCallback, useEffect, useState } from "react";
import type { Availability } from "@/lib/queue/queue-view";
import { getAvailability } from "./chat-api";
import { sharedStream } from "./shared-lines";

const ASK_AGAIN_MS = 30_000;

type Asked<First> = { threadId: number; departmentId: number | null; first: First; cursor: number | null };

/** Who is there, asked for again whenever that changes and every half minute; with a way to ask at once. */
export function useAvailability<First extends Availability | null>({ threadId, departmentId, first, cursor }: Asked<First>): [Availability | First, () => void] {
  const [availability, setAvailability] = useState<Availability | First>(first);
  const ask = useCallback(() => void getAvailability(threadId).then(setAvailability, () => undefined), [threadId]);
  const isKnown = first !== null;
  useEffect(() => {
    if (!isKnown) ask();
    const stream = sharedStream(cursor);
    const topic = `department:${departmentId ?? 0}`;
    const stops = [stream.follow(topic), stream.hear(({ data }) => data.topic === topic && ask()), stream.onReset(ask)];
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    };
  }, [ask, departmentId, cursor, isKnown]);
  return [availability, ask];
}
