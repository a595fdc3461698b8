import { atEnd, type Tx } from "@/db/client";
import { searchOutbox } from "@/db/schema";

/**
 * Leaves an outbox row in the writing transaction; the index follows it within seconds. There is no job
 * for each row: one shared by all would make every writer wait for the other's commit.
 */
export async function recordSearchChange(tx: Tx, kind: "thread" | "article" | "video", docId: number): Promise<void> {
  atEnd(tx, tx.insert(searchOutbox).values({ kind, docId }).returning({ id: searchOutbox.id }).getSQL());
}
