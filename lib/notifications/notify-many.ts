import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { queueMail } from "@/lib/mails/queue-mail";
import { now } from "@/lib/platform/clock";
import { publishToMembers } from "@/lib/platform/events";
import type { Locale } from "@/lib/platform/i18n/locale";
import { userText } from "@/lib/platform/mail/user-text";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { notificationSentence } from "./notification-kind";
import { forLetters, type Notice } from "./notify";
import { unsubscribePath } from "./unsubscribe-path";

type Told = { id: string; memberId: string; locale: Locale; displayName: string; email: string | null };

/** The same notice for many members, in a handful of statements. Who caused it is left out; told before is told once. */
export async function notifyMany(tx: Tx, memberIds: number[], notice: Omit<Notice, "memberId"> & { actorName: string }): Promise<void> {
  const wanted = memberIds.filter((id) => id !== notice.actorId);
  if (wanted.length === 0) return;
  const named = { actor: notice.actorName, ...notice.values };
  const told = await insertNotices(tx, wanted, notice, named);
  if (told.length === 0) return;
  const ids = told.map(({ memberId }) => Number(memberId));
  await publishToMembers(tx, ids, { type: "notification", kind: notice.kind, path: notice.path });
  await invalidatePages(tx, ...ids.map((id) => `member-session:${id}`));
  for (const { id, memberId, locale, displayName, email } of told) {
    if (email === null) continue;
    await queueMail(tx, {
      to: email,
      memberId: Number(memberId),
      locale,
      kind: "notification",
      values: {
        sentence: notificationSentence(locale, notice.kind, forLetters(named)),
        name: userText(displayName),
        path: notice.path,
        unsubscribePath: unsubscribePath(Number(memberId)),
      },
      dedupeKey: `notification:${id}`,
    });
  }
}

/** Those who had not been told, with the address of those who want a letter and have proved where. */
async function insertNotices(tx: Tx, memberIds: number[], notice: Omit<Notice, "memberId">, named: Record<string, string | number>): Promise<Told[]> {
  const { kind, actorId = null, threadId = null, path, dedupeKey = null } = notice;
  const { rows } = await tx.execute<Told>(sql`
    with told as (
      insert into notifications (member_id, kind, actor_id, thread_id, path, "values", dedupe_key, created_at)
      select wanted.id, ${kind}, ${actorId}::bigint, ${threadId}::bigint, ${path}, ${JSON.stringify(named)}::jsonb, ${dedupeKey}, ${now().toISOString()}::timestamptz
      from unnest(${sql.param(memberIds)}::bigint[]) as wanted (id)
      on conflict (member_id, dedupe_key) do nothing returning id, member_id
    )
    select told.id, told.member_id as "memberId", members.locale, members.display_name as "displayName",
      case when members.mail_notifications and members.email_verified_at is not null and members.deactivated_at is null then members.email end as email
    from told join members on members.id = told.member_id order by told.member_id`);
  return rows;
}
