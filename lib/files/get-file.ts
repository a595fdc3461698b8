import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, files } from "@/db/schema";
import { visibleConversations } from "@/lib/conversations/visible";
import type { Actor } from "@/lib/members/actor";
import { readStored } from "@/lib/platform/files/storage";

export type FileView = { name: string; mime: string; data: Buffer; /** Everybody may see it. */ shared: boolean };

/** A file with its bytes, or null: files of a conversation only for those who may open it. */
export async function getFile(actor: Actor, id: string): Promise<FileView | null> {
  const [row] = await db
    .select({ file: files })
    .from(files)
    .leftJoin(conversations, eq(conversations.id, files.conversationId))
    .where(and(eq(files.id, id), or(isNull(files.conversationId), and(isNotNull(conversations.id), visibleConversations(actor)))));
  if (!row) return null;
  const data = await readStored(row.file.id);
  return data && { name: row.file.name, mime: row.file.mime, data, shared: row.file.conversationId === null };
}
