import type { Visibility } from "@/lib/conversations/conversation-view";
import type { ChatMessage } from "./message-log";
import type { OutboxStore } from "./outbox-store";
import { retryDelay, type TabTies, type Timers } from "./tab-ties";

/**
 * What is written leaves from here: kept before it is sent, sent in order, again and again under the same id
 * until the server has said that it has it. The id makes a repeat harmless, so a browser may die at any moment.
 */
export type OutboxEntry = {
  clientId: string;
  memberId: number;
  conversationId: number;
  body: string;
  visibility: Visibility;
  /** The last message the writer had seen; the server refuses once when there is a newer one. */
  baseSeq: number;
  /** Order of writing, across tabs. */
  at: number;
  /** Not sent before: until then it can be taken back and nobody has seen it. */
  holdUntil?: number;
  /** "waiting": not reached the server, tried again by itself. "held": the writer must look first. */
  state: "queued" | "waiting" | "held" | "rejected";
  /** Why it was refused, in the writer's language. */
  reason?: string;
};

export type SendResult =
  | { kind: "sent"; message: ChatMessage }
  | { kind: "retry"; afterMs?: number }
  | { kind: "held"; reason: string }
  | { kind: "rejected"; reason: string };

export type OutboxParts = {
  store: OutboxStore;
  ties: TabTies;
  timers: Timers;
  /** A throw counts as "retry". */
  send: (entry: OutboxEntry) => Promise<SendResult>;
  newId: () => string;
};

type TabMessage = { outbox: "changed" | "hurry" } | { outbox: "sent"; message: ChatMessage };

export class ChatOutbox {
  private readonly watchers = new Set<() => void>();
  private readonly receivers = new Set<(message: ChatMessage) => void>();
  private readonly flying = new Set<number>();
  private readonly failures = new Map<string, number>();
  private readonly timers = new Map<number, unknown>();
  private readonly deafen: () => void;
  private leading = false;
  private stopped = false;
  private release: () => void = () => undefined;
  private seen: { entries: OutboxEntry[]; json: string } = { entries: [], json: "[]" };

  constructor(
    private readonly parts: OutboxParts,
    private readonly memberId: number,
  ) {
    // Somebody else's on a shared computer.
    for (const entry of parts.store.all())
      if (entry.memberId !== memberId) parts.store.remove(entry.clientId);
    this.deafen = parts.ties.listen((message) => this.hearTab(message as TabMessage));
    parts.ties.lead(`kundig-outbox-${memberId}`, () => this.lead());
  }

  add(message: Pick<OutboxEntry, "conversationId" | "body" | "visibility" | "baseSeq">, holdMs = 0): OutboxEntry {
    const last = Math.max(0, ...this.parts.store.all().map((entry) => entry.at));
    const at = Math.max(this.parts.timers.now(), last + 1);
    const entry: OutboxEntry = {
      ...message,
      clientId: this.parts.newId(),
      memberId: this.memberId,
      at,
      ...(holdMs > 0 && { holdUntil: this.parts.timers.now() + holdMs }),
      state: "queued",
    };
    this.parts.store.put(entry);
    this.changed();
    return entry;
  }

  /** The writer has seen what came in between, or wants it tried once more. */
  sendAnyway(clientId: string, baseSeq: number): void {
    const entry = this.find(clientId);
    if (!entry) return;
    this.parts.store.put({ ...entry, baseSeq, state: "queued", reason: undefined });
    this.changed();
  }

  /** Does not wait any longer with what is held back in a conversation. */
  sendNow(conversationId: number): void {
    for (const { holdUntil, ...entry } of this.entries()) {
      if (entry.conversationId === conversationId && holdUntil !== undefined) this.parts.store.put(entry);
    }
    this.parts.ties.post({ outbox: "hurry" } satisfies TabMessage);
    this.show();
    this.hurry();
  }

  /** Takes back what was never sent; its text goes back into the field. */
  takeBack(clientId: string): string {
    const entry = this.find(clientId);
    this.parts.store.remove(clientId);
    this.changed();
    return entry?.body ?? "";
  }

  /** In the order of writing. The same array as long as nothing changed. */
  entries(): OutboxEntry[] {
    const entries = this.parts.store
      .all()
      .filter((entry) => entry.memberId === this.memberId)
      .sort((a, b) => a.at - b.at || (a.clientId < b.clientId ? -1 : 1));
    const json = JSON.stringify(entries);
    if (json !== this.seen.json) this.seen = { entries, json };
    return this.seen.entries;
  }

  onChange(act: () => void): () => void {
    this.watchers.add(act);
    return () => this.watchers.delete(act);
  }

  /** Told in every tab: the server has it, under its number. */
  onSent(receive: (message: ChatMessage) => void): () => void {
    this.receivers.add(receive);
    return () => this.receivers.delete(receive);
  }

  /** The network is back: try now. */
  hurry(): void {
    for (const [conversationId, timer] of this.timers) {
      this.parts.timers.clear(timer);
      this.timers.delete(conversationId);
    }
    this.pump();
  }

  stop(): void {
    this.stopped = true;
    this.deafen();
    for (const timer of this.timers.values()) this.parts.timers.clear(timer);
    this.release();
  }

  private lead(): Promise<void> {
    this.leading = true;
    this.pump();
    return new Promise((resolve) => {
      this.release = resolve;
      if (this.stopped) resolve();
    });
  }

  private hearTab(message: TabMessage): void {
    if (message.outbox === "sent") for (const receive of this.receivers) receive(message.message);
    if (message.outbox === "sent") return;
    this.show();
    if (message.outbox === "hurry") this.hurry();
    else this.pump();
  }

  private changed(): void {
    this.parts.ties.post({ outbox: "changed" } satisfies TabMessage);
    this.show();
    this.pump();
  }

  private pump(): void {
    if (!this.leading || this.stopped) return;
    const heads = new Map<number, OutboxEntry>();
    for (const entry of this.entries()) {
      if (entry.state !== "rejected" && !heads.has(entry.conversationId))
        heads.set(entry.conversationId, entry);
    }
    for (const [id, head] of heads) {
      if (head.state === "held" || this.flying.has(id) || this.timers.has(id)) continue;
      const left = (head.holdUntil ?? 0) - this.parts.timers.now();
      if (left > 0) this.pumpLater(id, left);
      else void this.send(head);
    }
  }

  private async send(entry: OutboxEntry): Promise<void> {
    const { conversationId, clientId } = entry;
    this.flying.add(conversationId);
    let result: SendResult;
    try {
      result = await this.parts.send(entry);
    } catch {
      result = { kind: "retry" };
    }
    this.flying.delete(conversationId);
    if (this.stopped) return;
    if (result.kind === "sent") this.settle(clientId, result.message);
    else if (result.kind === "retry") this.retryLater(entry, result.afterMs);
    else if (this.find(clientId))
      this.parts.store.put({ ...entry, state: result.kind, reason: result.reason });
    this.changed();
  }

  private settle(clientId: string, message: ChatMessage): void {
    this.failures.delete(clientId);
    for (const receive of this.receivers) receive(message);
    this.parts.ties.post({ outbox: "sent", message } satisfies TabMessage);
    this.parts.store.remove(clientId);
  }

  private retryLater(entry: OutboxEntry, afterMs?: number): void {
    const { timers, store } = this.parts;
    const failures = this.failures.get(entry.clientId) ?? 0;
    this.failures.set(entry.clientId, failures + 1);
    if (this.find(entry.clientId)) store.put({ ...entry, state: "waiting" });
    const wait = Math.max(afterMs ?? 0, retryDelay(failures, timers.random));
    this.pumpLater(entry.conversationId, wait);
  }

  private pumpLater(conversationId: number, waitMs: number): void {
    const again = () => {
      this.timers.delete(conversationId);
      this.pump();
    };
    this.timers.set(conversationId, this.parts.timers.set(again, waitMs));
  }

  private find(clientId: string): OutboxEntry | undefined {
    return this.parts.store.all().find((entry) => entry.clientId === clientId);
  }

  private show(): void {
    for (const act of this.watchers) act();
  }
}
