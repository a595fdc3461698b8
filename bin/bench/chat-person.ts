import { randomUUID } from "node:crypto";
import { get, type IncomingMessage } from "node:http";
import { ChatOutbox, type OutboxEntry, type SendResult } from "@/components/conversations/chat-outbox";
import { LiveStream } from "@/components/conversations/live-stream";
import type { ChatMessage } from "@/components/conversations/message-log";
import { browserTimers, type TabTies } from "@/components/conversations/tab-ties";

const TIMEOUT_MS = 10_000;

/** One tab has nobody to tie itself to. */
const alone = (): TabTies => ({
  lead: (_, lead) => void lead(),
  post: () => {},
  listen: () => () => {},
});

/** Somebody in front of a browser: our own outbox and stream, on a network that is not ours. */
export class ChatPerson {
  /** What the screen shows, by conversation and number. */
  readonly shown = new Map<number, Map<number, string>>();
  readonly written: { conversationId: number; body: string }[] = [];
  readonly refused: string[] = [];
  /** From the end of each connection until the server was heard again (ms), and when that was. */
  readonly gaps: { at: number; ms: number }[] = [];
  private readonly stream: LiveStream;
  private readonly outbox: ChatOutbox;
  private readonly store = new Map<string, OutboxEntry>();
  private lostAt: number | null = null;

  constructor(
    private readonly url: string,
    private readonly token: string,
    memberId: number,
    private readonly conversationIds: number[],
    heard: (message: ChatMessage) => void = () => {},
  ) {
    const parts = { ties: alone(), timers: browserTimers };
    const store = {
      all: () => [...this.store.values()],
      put: (entry: OutboxEntry) => void this.store.set(entry.clientId, entry),
      remove: (id: string) => void this.store.delete(id),
    };
    this.outbox = new ChatOutbox(
      { ...parts, store, send: (entry) => this.send(entry), newId: randomUUID },
      memberId,
    );
    this.outbox.onSent((message) => this.show(message));
    this.stream = new LiveStream(
      {
        ...parts,
        connect: (query, onText, signal) => this.connect(query, onText, signal),
      },
      0,
    );
    this.stream.hear(({ type, data }) => {
      const message = data.message as ChatMessage | undefined;
      if (type !== "message.posted" || !message) return;
      this.show(message);
      heard(message);
    });
    this.stream.onReset(() => void this.fetchAll());
  }

  write(conversationId: number, body: string): void {
    this.written.push({ conversationId, body });
    const baseSeq = Math.max(0, ...(this.shown.get(conversationId)?.keys() ?? []));
    this.outbox.add({ conversationId, body, visibility: "all", baseSeq });
  }

  get unsent(): number {
    return this.store.size;
  }

  stop(): void {
    this.stream.stop();
    this.outbox.stop();
  }

  private show({ conversationId, seq, body, kind }: ChatMessage): void {
    if (kind !== "text") return;
    const log = this.shown.get(conversationId) ?? new Map<number, string>();
    this.shown.set(conversationId, log.set(seq, body));
  }

  /** A screen that missed something asks for everything again; tried until it gets it. */
  private async fetchAll(): Promise<void> {
    for (const id of this.conversationIds) {
      for (let after: number | null = 0; after !== null;) {
        const list: { items: ChatMessage[]; lastSeq: number } | null = await this.ask(
          `/conversations/${id}/messages?after=${after}&limit=200`,
        ).catch(() => null);
        for (const message of list?.items ?? []) this.show(message);
        const last: number | undefined = list?.items.at(-1)?.seq;
        if (list && (last === undefined || last >= list.lastSeq)) after = null;
        else if (list) after = last ?? after;
        else await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  private async ask(path: string): Promise<{ items: ChatMessage[]; lastSeq: number }> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(String(response.status));
    return (await response.json()) as { items: ChatMessage[]; lastSeq: number };
  }

  /** Over a connection of its own: one that lay about from an earlier request may be cut in the moment it is used. */
  private async connect(
    { cursor }: { cursor: number | null },
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const headers = {
      accept: "text/event-stream",
      authorization: `Bearer ${this.token}`,
      ...(cursor !== null && { "last-event-id": String(cursor) }),
    };
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        get(`${this.url}/stream`, { headers, signal, agent: false }, resolve).on("error", reject);
      });
      response.setEncoding("utf8");
      for await (const text of response as AsyncIterable<string>) {
        if (response.statusCode !== 200) return;
        onText(text);
        // What was missed comes right behind the greeting.
        if (this.lostAt !== null && /event: (hello|reset)/.test(text)) {
          this.gaps.push({ at: Date.now(), ms: Date.now() - this.lostAt });
          this.lostAt = null;
        }
      }
    } finally {
      this.lostAt ??= Date.now();
    }
  }

  private async send({
    conversationId,
    clientId,
    body,
    visibility,
    baseSeq,
  }: OutboxEntry): Promise<SendResult> {
    const response = await fetch(`${this.url}/api/v1/conversations/${conversationId}/messages`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${this.token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ clientId, body, visibility, baseSeq }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const reply = (await response.json()) as ChatMessage;
    if (response.ok)
      return {
        kind: "sent",
        message: { ...reply, conversationId, body, kind: "text" },
      };
    if (response.status === 429 || response.status >= 500)
      return {
        kind: "retry",
        afterMs: 1_000 * Number(response.headers.get("retry-after") ?? 1),
      };
    this.refused.push(`${response.status} ${JSON.stringify(reply).slice(0, 200)}`);
    return { kind: "rejected", reason: String(response.status) };
  }
}
