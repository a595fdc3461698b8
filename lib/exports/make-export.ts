import { and, eq, isNull } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { dataExports, files, members } from "@/db/schema";
import { system } from "@/lib/members/actor";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { deleteStored, putFile } from "@/lib/platform/files/storage";
import { readOwnData } from "./read-own-data";

/** After somebody asked for their data: makes the file, which only they may see, and tells them. */
export async function makeExport({ memberId }: { memberId: number }): Promise<void> {
  const { key: id, size, sha256 } = await putFile(Buffer.from(JSON.stringify(await readOwnData(memberId), null, 2)));
  const isTaken = await inTransaction(async (tx) => {
    const [asked] = await tx
      .select({ askedAt: dataExports.askedAt, name: members.name })
      .from(dataExports)
      .innerJoin(members, eq(members.id, dataExports.memberId))
      .where(and(eq(dataExports.memberId, memberId), isNull(dataExports.readyAt)))
      .for("update", { of: dataExports });
    if (!asked) return false;
    const createdAt = now();
    const name = `${asked.name}-${createdAt.toISOString().slice(0, 10)}.json`;
    await tx.insert(files).values({ id, ownerId: memberId, name, mime: "application/json", size, sha256, ownerOnly: true, createdAt });
    await tx.update(dataExports).set({ readyAt: createdAt, fileId: id }).where(eq(dataExports.memberId, memberId));
    await recordAudit(tx, system("export"), "export.made", { kind: "member", id: memberId }, { size });
    await notify(tx, { memberId, kind: "export_ready", path: "/me/data", dedupeKey: `export:${asked.askedAt.getTime()}` });
    return true;
  }).catch(async (error: unknown) => {
    await deleteStored(id);
    throw error;
  });
  // Somebody else was faster.
  if (!isTaken) await deleteStored(id);
}
