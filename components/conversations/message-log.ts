import type { MessageView } from "@/lib/conversations/conversation-view";
import type { Jsoned } from "./jsoned";

export type ChatMessage = Jsoned<MessageView>;

/** By seq, each once, whatever arrived twice or out of order. Gives back `log` itself when nothing is new. */
export function mergeMessages(log: ChatMessage[], incoming: ChatMessage[]): ChatMessage[] {
  const known = new Set(log.map((message) => message.seq));
  const fresh = incoming.filter((message) => !known.has(message.seq) && known.add(message.seq));
  if (fresh.length === 0) return log;
  return [...log, ...fresh].sort((a, b) => a.seq - b.seq);
}
