import type { Tx } from "@/db/client";
import { searchOutbox } from "@/db/schema";
import { enqueue } from "../jobs";

/** Leaves an outbox row in the writing transaction; the indexing job follows it within seconds. */
export async function recordSearchChange(tx: Tx, kind: "thread" | "article", docId: number): Promise<void> {
  await tx.insert(searchOutbox).values({ kind, docId });
  await enqueue(tx, "search.index", {}, { jobKey: "search.index" });
}
