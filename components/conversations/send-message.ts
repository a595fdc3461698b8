import type { OutboxEntry, SendResult } from "./chat-outbox";
import type { ChatMessage } from "./message-log";

const TIMEOUT_MS = 20_000;

/** One attempt to hand a message over. Its own id makes it safe to repeat, so it needs no other key. */
export async function sendMessage(entry: OutboxEntry): Promise<SendResult> {
  const { clientId, body, visibility, baseSeq } = entry;
  const response = await fetch(`/api/v1/conversations/${entry.conversationId}/messages`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "accept-language": document.documentElement.lang,
    },
    body: JSON.stringify({ clientId, body, visibility, baseSeq }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const reply = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return { kind: "sent", message: messageOf(entry, reply) };
  const reason = String(reply.detail ?? reply.title ?? response.status);
  if (response.status === 429 || response.status === 503) {
    return { kind: "retry", afterMs: 1000 * Number(response.headers.get("retry-after") ?? 1) };
  }
  // Signed out: the text waits until somebody signs in again.
  if (response.status === 401 || response.status === 408 || response.status >= 500) return { kind: "retry" };
  return reply.code === "stale" ? { kind: "held", reason } : { kind: "rejected", reason };
}

function messageOf(entry: OutboxEntry, reply: Record<string, unknown>): ChatMessage {
  const whole = (reply.message ?? reply) as Partial<ChatMessage>;
  return {
    conversationId: entry.conversationId,
    seq: Number(whole.seq),
    clientId: entry.clientId,
    authorId: whole.authorId ?? entry.memberId,
    side: whole.side ?? "asker",
    visibility: entry.visibility,
    kind: "text",
    body: whole.body ?? entry.body,
    createdAt: whole.createdAt ?? new Date().toISOString(),
  };
}
