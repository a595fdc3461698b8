import { eq } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { files } from "@/db/schema";
import { deleteStored } from "@/lib/platform/files/storage";
import { enqueue } from "@/lib/platform/jobs";

/** Forgets a file; its bytes go once that is certain. */
export async function dropFile(tx: Tx, id: string): Promise<void> {
  await tx.delete(files).where(eq(files.id, id));
  await enqueue(tx, "file.dropped", { id });
}

export async function deleteDropped({ id }: { id: string }): Promise<void> {
  const [kept] = await db.select({ id: files.id }).from(files).where(eq(files.id, id));
  if (!kept) await deleteStored(id);
}
