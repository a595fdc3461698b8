import type { Connect } from "./live-stream";

/** Reads GET /stream with fetch: EventSource hides the heartbeats that tell a live line from a dead one. */
export const connectStream: Connect = async ({ cursor, topics }, onText, signal) => {
  const query = topics.length > 0 ? `?topics=${topics.join(",")}` : "";
  const headers: Record<string, string> = { accept: "text/event-stream" };
  if (cursor !== null) headers["last-event-id"] = String(cursor);
  const response = await fetch(`/stream${query}`, { headers, signal, cache: "no-store" });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) onText(part.value);
};
