import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { atEnd, type Tx } from "@/db/client";
import { singleton } from "../singleton";

export const pagesChannel = "kundig_pages";

/** What the page being rendered was made from. `private` pages never enter the cache. */
export type Rendering = { tags: Set<string>; private: boolean };

export const rendering = singleton("rendering", () => new AsyncLocalStorage<Rendering>());
const changed = singleton("changed-tags", () => new WeakMap<Tx, Set<string>>());

/** Called by pages: names what they show, so that a write to it drops them from the cache. */
export function tagPage(...tags: string[]): void {
  const page = rendering.getStore();
  for (const tag of tags) page?.tags.add(tag);
}

/** Called by pages whose content depends on who looks. */
export function keepPrivate(): void {
  const page = rendering.getStore();
  if (page) page.private = true;
}

/** Called by acts: when `tx` commits, every page with one of `tags` is gone from every web process. */
export async function invalidatePages(tx: Tx, ...tags: string[]): Promise<void> {
  const known = changed.get(tx) ?? new Set<string>();
  const fresh = tags.filter((tag) => !known.has(tag));
  if (fresh.length === 0) return;
  for (const tag of fresh) known.add(tag);
  changed.set(tx, known);
  atEnd(tx, sql`select pg_notify(${pagesChannel}, ${JSON.stringify({ from: processId, tags: fresh })})`);
}

export function changedTags(tx: Tx): string[] {
  return [...(changed.get(tx) ?? [])];
}

/** This process, among those that share the database. */
export const processId = singleton("process-id", () => `${process.pid.toString(36)}${Math.random().toString(36).slice(2, 8)}`);
