import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members, notifications } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Member, Role } from "./actor";

export type Me = { id: number; name: string; displayName: string; role: Role; locale: Locale; avatarUrl: string | null; unread: number };

const UNREAD_SHOWN = 100;

/** What the header shows of the one who is signed in; unread notices are counted up to 100. One query. */
export async function getMe(actor: Member): Promise<Me> {
  const [row] = await db
    .select({
      avatarFileId: members.avatarFileId,
      unread: sql<number>`(select count(*)::int from (select 1 from ${notifications} where ${notifications.memberId} = ${actor.id} and ${notifications.readAt} is null limit ${UNREAD_SHOWN}) unread)`,
    })
    .from(members)
    .where(sql`${members.id} = ${actor.id}`);
  const { id, name, displayName, role, locale } = actor;
  return { id, name, displayName, role, locale, avatarUrl: row?.avatarFileId ? `/files/${row.avatarFileId}` : null, unread: row?.unread ?? 0 };
}
