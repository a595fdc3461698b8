import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, files } from "@/db/schema";
import { type Actor, isManager, memberId } from "@/lib/members/actor";
import { readStored } from "@/lib/platform/files/storage";

export type FileView = { name: string; mime: string; data: Buffer; /** Everybody may see it. */ shared: boolean };

/** A file with its bytes, or null: files of a conversation only for the asker, its agent and managers. */
export async function getFile(actor: Actor, id: string): Promise<FileView | null> {
  const [row] = await db
    .select({ file: files, askerId: conversations.askerId, agentId: conversations.agentId })
    .from(files)
    .leftJoin(conversations, eq(conversations.id, files.conversationId))
    .where(eq(files.id, id));
  if (!row) return null;
  const me = memberId(actor);
  if (row.file.conversationId !== null && !isManager(actor) && (me === null || (me !== row.askerId && me !== row.agentId))) return null;
  const data = await readStored(row.file.id);
  return data && { name: row.file.name, mime: row.file.mime, data, shared: row.file.conversationId === null };
}
