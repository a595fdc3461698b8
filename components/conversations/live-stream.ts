import { createFrameParser, type StreamFrame } from "./frame-parser";
import { retryDelay, type TabTies, type Timers } from "./tab-ties";
import { TopicBoard } from "./topic-board";

/**
 * One open stream for all tabs of a browser. The tab that holds the lock reads it and tells the others; when
 * that tab goes, another takes over from the cursor it has seen itself. Ids in a member's log have no gaps, so
 * every tab notices by itself when it missed something and then asks for a fresh snapshot.
 */
const SILENCE_MS = 40_000;
/** A tab that hears nothing from the leading one for this long reads a stream of its own. */
const LEADER_SILENCE_MS = 60_000;
const MAX_TOPICS = 8;

export type StreamEvent = { id: number | null; type: string; data: Record<string, unknown> };
export type StreamState = "connecting" | "live" | "reconnecting";
type Query = { cursor: number | null; topics: string[] };
/** Reads until the stream ends or `signal` aborts. */
export type Connect = (query: Query, onText: (text: string) => void, signal: AbortSignal) => Promise<void>;
export type StreamParts = { ties: TabTies; timers: Timers; connect: Connect };

type TabMessage =
  | { kind: "event"; event: StreamEvent }
  | { kind: "state"; state: StreamState; cursor: number | null }
  | { kind: "topics"; tab: string; topics: string[]; fresh?: boolean }
  | { kind: "who" }
  | { kind: "beat" };

export class LiveStream {
  state: StreamState = "connecting";
  private readonly tab: string;
  private readonly board = new TopicBoard();
  private readonly hearers = new Set<(event: StreamEvent) => void>();
  private readonly resetters = new Set<() => void>();
  private readonly watchers = new Set<() => void>();
  private readonly deafen: () => void;
  private leading = false;
  private stopped = false;
  private connection: { topics: string[]; abort: AbortController } | null = null;
  private silence: unknown;
  private wake: () => void = () => undefined;
  private release: () => void = () => undefined;

  constructor(
    private readonly parts: StreamParts,
    private cursor: number | null,
  ) {
    this.tab = parts.timers.random().toString(36).slice(2);
    this.deafen = parts.ties.listen((message) => this.hearTab(message as TabMessage));
    parts.ties.lead("kundig-stream", () => this.lead());
    this.tellTopics(true);
    this.expectSigns(LEADER_SILENCE_MS);
  }

  /** Events of the member's log, and of the topics this tab follows. */
  hear(hearer: (event: StreamEvent) => void): () => void {
    return add(this.hearers, hearer);
  }

  /** Something was missed: what is shown must be asked for again. */
  onReset(act: () => void): () => void {
    return add(this.resetters, act);
  }

  onState(act: () => void): () => void {
    return add(this.watchers, act);
  }

  follow(topic: string): () => void {
    if (this.board.follow(topic)) this.tellTopics();
    return () => this.board.leave(topic);
  }

  /** Up to where this tab has heard its member's log; null before the first word. */
  get position(): number | null {
    return this.cursor;
  }

  /** The network is back: don't wait for the next attempt. */
  hurry(): void {
    this.wake();
  }

  /** The tab goes. */
  stop(): void {
    this.stopped = true;
    this.post({ kind: "topics", tab: this.tab, topics: [] });
    this.deafen();
    this.parts.timers.clear(this.silence);
    this.connection?.abort.abort();
    this.wake();
    this.release();
  }

  private async lead(): Promise<void> {
    if (this.stopped) return;
    // Already reading alone, because the one before was silent: only keep the lock.
    if (this.leading) return new Promise((resolve) => (this.release = resolve));
    this.leading = true;
    this.post({ kind: "who" });
    let failures = 0;
    while (!this.stopped) {
      failures = (await this.readOnce()) ? 0 : failures + 1;
      if (this.stopped) return;
      if (failures > 0) this.show("reconnecting");
      const { random } = this.parts.timers;
      await this.pause(failures === 0 ? 50 + random() * 250 : retryDelay(failures - 1, random));
    }
  }

  private async readOnce(): Promise<boolean> {
    const abort = new AbortController();
    const topics = this.board.all().slice(-MAX_TOPICS);
    this.connection = { topics, abort };
    let opened = false;
    const parse = createFrameParser((frame) => this.hearFrame(frame));
    const onText = (text: string) => {
      if (abort.signal.aborted) return;
      opened = true;
      this.show("live");
      this.expectSigns(SILENCE_MS);
      this.post({ kind: "beat" });
      parse(text);
    };
    this.expectSigns(SILENCE_MS);
    try {
      await this.parts.connect({ cursor: this.cursor, topics }, onText, abort.signal);
    } catch {
      // Whatever went wrong, the next attempt goes on from the cursor.
    }
    return opened;
  }

  private hearFrame({ id, event: type, data }: StreamFrame): void {
    const event: StreamEvent = { id, type, data: parseData(data) };
    this.post({ kind: "event", event });
    this.receive(event);
  }

  private hearTab(message: TabMessage): void {
    if (message.kind === "topics") {
      this.board.note(message.tab, message.topics);
      if (!this.leading) return;
      this.readNewTopics();
      if (message.fresh) this.post({ kind: "state", state: this.state, cursor: this.cursor });
    } else if (message.kind === "who") this.tellTopics();
    else if (message.kind === "event") this.receive(message.event);
    else if (message.kind === "state" && !this.leading) {
      this.show(message.state);
      this.catchUp(message.cursor);
    }
    if (!this.leading && message.kind !== "topics") this.expectSigns(LEADER_SILENCE_MS);
  }

  private receive(event: StreamEvent): void {
    const { id, type, data } = event;
    if (type === "reset") return this.miss(Number(data.cursor));
    if (type === "hello") return this.catchUp(Number(data.cursor));
    if (id === null) return this.board.hasOwn(String(data.topic)) ? this.tell(event) : undefined;
    if (this.cursor !== null && id <= this.cursor) return;
    if (this.cursor !== null && id > this.cursor + 1) return this.miss(id);
    this.cursor = id;
    this.tell(event);
  }

  private catchUp(cursor: number | null): void {
    if (cursor === null) return;
    if (this.cursor !== null && cursor > this.cursor) this.miss(cursor);
    else this.cursor ??= cursor;
  }

  private miss(cursor: number): void {
    this.cursor = cursor;
    for (const act of this.resetters) act();
  }

  private tell(event: StreamEvent): void {
    for (const hearer of this.hearers) hearer(event);
  }

  private tellTopics(fresh = false): void {
    this.post({ kind: "topics", tab: this.tab, topics: this.board.ownTopics(), fresh });
    if (this.leading) this.readNewTopics();
  }

  private readNewTopics(): void {
    const read = this.connection?.topics ?? [];
    const all = this.board.all().slice(-MAX_TOPICS);
    if (all.some((topic) => !read.includes(topic))) this.connection?.abort.abort();
  }

  private show(state: StreamState): void {
    if (state === this.state) return;
    this.state = state;
    if (this.leading) this.post({ kind: "state", state, cursor: this.cursor });
    for (const act of this.watchers) act();
  }

  private post(message: TabMessage): void {
    this.parts.ties.post(message);
  }

  private expectSigns(ms: number): void {
    this.parts.timers.clear(this.silence);
    this.silence = this.parts.timers.set(() => {
      if (this.leading) this.connection?.abort.abort();
      else void this.lead();
    }, ms);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.parts.timers.set(resolve, ms);
      this.wake = () => {
        this.parts.timers.clear(timer);
        resolve();
      };
    });
  }
}

function add<Listener>(all: Set<Listener>, listener: Listener): () => void {
  all.add(listener);
  return () => all.delete(listener);
}

function parseData(data: string): Record<string, unknown> {
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    return {};
  }
}
