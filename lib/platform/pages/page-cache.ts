import { LRUCache } from "lru-cache";
import { singleton } from "../singleton";
import { rendering, type Rendering } from "./page-tags";

/**
 * One page for all: rendered once per change, kept until a write drops one of its tags.
 * Promises: no page rendered before a drop is kept after it; at most one render per page at a
 * time; memory is bounded; while the process can't hear the others nothing is kept.
 */
export type CachedPage<T> = { value: T; bytes: number; tags: string[] };

/** When the process last showed that it is not standing still; Infinity: nobody counts (one process, tests). */
export const pulse = singleton("page-pulse", () => ({ at: Infinity }));
export const STILL_MS = 1_200;

/** A render on its way: what it has shown so far, and what was dropped since it began, in that order. */
type Flight<T> = { promise: Promise<T>; tags: Set<string>; dropped: string[]; keepable: boolean };

export class PageCache<T extends object> {
  private pages: LRUCache<string, CachedPage<T>>;
  private keysByTag = new Map<string, Set<string>>();
  private flights = new Map<string, Flight<T>>();
  private running = new Set<Flight<T>>();
  private listening = true;
  renders = 0;

  constructor(maxBytes: number) {
    this.pages = new LRUCache<string, CachedPage<T>>({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes / 8),
      sizeCalculation: (page) => page.bytes,
      dispose: (page, key) => this.forget(key, page.tags),
    });
  }

  get(key: string): T | undefined {
    return isStale() ? undefined : this.pages.get(key)?.value;
  }

  /**
   * The page at `key`, rendered by `render` unless it is kept or already being rendered.
   * `weigh` returns its bytes, or null when it must not be kept.
   */
  async getOrRender(key: string, render: () => Promise<T>, weigh: (value: T) => number | null): Promise<T> {
    for (;;) {
      const kept = this.get(key);
      if (kept) return kept;
      const flight = this.flights.get(key);
      // A render that may have read rows older than a drop is not for those who ask after the drop.
      if (!flight || isStale() || isSpoilt(flight, flight.dropped.length)) return this.start(key, render, weigh);
      const joined = flight.dropped.length;
      const value = await flight.promise;
      if (!isSpoilt(flight, joined)) return value;
    }
  }

  /** "*" stands for every page. */
  drop(tags: Iterable<string>): void {
    const list = [...tags];
    if (list.includes("*")) return this.dropAll();
    for (const flight of this.running) flight.dropped.push(...list);
    for (const tag of list) for (const key of [...(this.keysByTag.get(tag) ?? [])]) this.pages.delete(key);
  }

  dropAll(): void {
    for (const flight of this.running) flight.dropped.push("*");
    this.pages.clear();
    this.keysByTag.clear();
  }

  /** While false, pages are rendered but not kept. */
  setListening(listening: boolean): void {
    this.listening = listening;
    if (!listening) this.dropAll();
  }

  get size() {
    return { pages: this.pages.size, bytes: this.pages.calculatedSize ?? 0, tags: this.keysByTag.size };
  }

  private start(key: string, render: () => Promise<T>, weigh: (value: T) => number | null): Promise<T> {
    const flight: Flight<T> = { promise: undefined as never, tags: new Set(), dropped: [], keepable: true };
    this.running.add(flight);
    this.flights.set(key, flight);
    flight.promise = this.render(key, flight, render, weigh);
    return flight.promise;
  }

  private async render(key: string, flight: Flight<T>, render: () => Promise<T>, weigh: (value: T) => number | null) {
    const page: Rendering = { tags: flight.tags, private: false };
    this.renders += 1;
    try {
      const value = await rendering.run(page, render);
      const bytes = page.private ? null : weigh(value);
      flight.keepable = bytes !== null;
      if (bytes !== null && !isSpoilt(flight, flight.dropped.length) && this.listening) this.keep(key, { value, bytes: bytes + 512, tags: [...page.tags] });
      return value;
    } finally {
      this.running.delete(flight);
      if (this.flights.get(key) === flight) this.flights.delete(key);
    }
  }

  private keep(key: string, page: CachedPage<T>): void {
    this.pages.set(key, page);
    if (!this.pages.has(key)) return;
    for (const tag of page.tags) {
      const keys = this.keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.keysByTag.set(tag, new Set([key]));
    }
  }

  private forget(key: string, tags: string[]): void {
    for (const tag of tags) {
      const keys = this.keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.keysByTag.delete(tag);
    }
  }
}

/**
 * Whether something it shows was among the first `count` drops. What can't be kept (a missing page) may not
 * have come to name what it looked for: any drop counts.
 */
function isSpoilt({ tags, dropped, keepable }: Omit<Flight<unknown>, "promise">, count: number): boolean {
  if (!keepable) return count > 0;
  return dropped.slice(0, count).some((tag) => tag === "*" || tags.has(tag));
}

/** Just back from standing still: what others wrote meanwhile has not been heard yet. */
function isStale(): boolean {
  return performance.now() - pulse.at > STILL_MS;
}

/** Whatever must hear of changes: pages, and what else a process keeps of the database. */
export const caches = singleton("page-caches", () => new Set<Pick<PageCache<object>, "drop" | "setListening">>());

/** Makes a cache that hears every drop of this process. */
export function createPageCache<T extends object>(maxBytes: number): PageCache<T> {
  const cache = new PageCache<T>(maxBytes);
  caches.add(cache);
  return cache;
}
