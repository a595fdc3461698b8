import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, members, notifications } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Member, Role } from "./actor";

export type Me = { id: number; name: string; displayName: string; role: Role; locale: Locale; avatarUrl: string | null; unread: number; conversation: number | null };

const UNREAD_SHOWN = 100;

/** What every page shows of the one who is signed in: unread notices up to 100, and the newest conversation still open. One query. */
export async function getMe(actor: Member): Promise<Me> {
  const [row] = await db
    .select({
      avatarFileId: members.avatarFileId,
      unread: sql<number>`(select count(*)::int from (select 1 from ${notifications} where ${notifications.memberId} = ${actor.id} and ${notifications.readAt} is null limit ${UNREAD_SHOWN}) unread)`,
      conversation: sql<string | null>`(select max(id) from ${conversations} where ${conversations.askerId} = ${actor.id} and ${conversations.closedAt} is null)`,
    })
    .from(members)
    .where(sql`${members.id} = ${actor.id}`);
  const { id, name, displayName, role, locale } = actor;
  const avatarUrl = row?.avatarFileId ? `/files/${row.avatarFileId}` : null;
  return { id, name, displayName, role, locale, avatarUrl, unread: row?.unread ?? 0, conversation: row?.conversation ? Number(row.conversation) : null };
}
