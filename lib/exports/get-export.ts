import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { dataExports, files } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { ownAccount } from "@/lib/members/own-account";
import { exportEnds } from "./forget-exports";

export type ExportView =
  | { state: "none" }
  | { state: "making"; askedAt: Date }
  | { state: "ready"; readyAt: Date; endsAt: Date; url: string; size: number };

/** Whether one's own data lies ready, and until when. */
export async function getExport(actor: Actor): Promise<ExportView> {
  const { id } = ownAccount(actor);
  const [row] = await db
    .select({ askedAt: dataExports.askedAt, readyAt: dataExports.readyAt, file: files })
    .from(dataExports)
    .leftJoin(files, eq(files.id, dataExports.fileId))
    .where(eq(dataExports.memberId, id));
  const { askedAt, readyAt, file } = row ?? {};
  if (askedAt && !readyAt) return { state: "making", askedAt };
  if (!readyAt || !file) return { state: "none" };
  return { state: "ready", readyAt, endsAt: exportEnds(readyAt), url: `/files/${file.id}`, size: file.size };
}
