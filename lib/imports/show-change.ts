import type { Tx } from "@/db/client";
import { searchOutbox } from "@/db/schema";
import { invalidatePages } from "@/lib/platform/pages/page-tags";

/** A notification holds 8,000 bytes: so many tags surely fit. */
const tagsAtOnce = 100;

/** Drops the cached pages with these tags, however many. */
export async function dropPages(tx: Tx, tags: Iterable<string>): Promise<void> {
  const all = [...new Set(tags)];
  for (let start = 0; start < all.length; start += tagsAtOnce) await invalidatePages(tx, ...all.slice(start, start + tagsAtOnce));
}

/** recordSearchChange for many at once. */
export async function recordSearchChanges(tx: Tx, kind: "thread" | "article", ids: Iterable<number>): Promise<void> {
  const all = [...new Set(ids)];
  if (all.length > 0) await tx.insert(searchOutbox).values(all.map((docId) => ({ kind, docId })));
}
