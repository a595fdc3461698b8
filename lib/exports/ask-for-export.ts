import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { dataExports } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import type { Actor } from "@/lib/members/actor";
import { ownAccount } from "@/lib/members/own-account";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { enqueue } from "@/lib/platform/jobs";

/** Asks for everything that is held about oneself. While one is being made, asking again changes nothing; afterwards a new one takes its place. */
export async function askForExport(actor: Actor, outer?: Tx): Promise<void> {
  const { id: memberId } = ownAccount(actor);
  await inTransaction(async (tx) => {
    const [last] = await tx.select().from(dataExports).where(eq(dataExports.memberId, memberId)).for("update");
    if (!last || last.readyAt) {
      const asked = { askedAt: now(), readyAt: null, fileId: null };
      await tx.insert(dataExports).values({ memberId, ...asked }).onConflictDoUpdate({ target: dataExports.memberId, set: asked });
      if (last?.fileId) await dropFile(tx, last.fileId);
      await recordAudit(tx, actor, "export.asked", { kind: "member", id: memberId });
    }
    // A job that was given up is tried again with it.
    await enqueue(tx, "export.asked", { memberId }, { jobKey: `export:${memberId}` });
  }, outer);
}
