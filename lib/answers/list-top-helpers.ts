import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";

const week = 7 * 24 * 3600 * 1000;
/** So many of the latest solved questions are looked at, however many there are. */
const looksBack = 300;

export type TopHelper = {
  id: number;
  name: string;
  displayName: string;
  avatarFileId: string | null;
  solutions: number;
  /** Where most of them were. */
  topic: Record<Locale, string>;
};

/** Members (not staff) whose answers were accepted most often in the last seven days. One query. */
export async function listTopHelpers(limit = 3): Promise<TopHelper[]> {
  const since = new Date(now().getTime() - week).toISOString();
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    with solved as (
      select threads.id, threads.category_id from threads join categories on categories.id = threads.category_id
      where threads.state = 'solved' and threads.status = 'published' and categories.audience = 'public'
      order by threads.last_activity_at desc, threads.id desc limit ${looksBack}
    ), helped as (
      select answers.author_id, solved.category_id from solved join answers on answers.thread_id = solved.id
      where answers.accepted_at > ${since}::timestamptz and answers.status = 'published'
    )
    select members.id, members.name, members.display_name, members.avatar_file_id, count(*)::int as solutions,
      (select json_build_object('en', name_en, 'de', name_de) from categories
        where categories.id = mode() within group (order by helped.category_id)) as topic
    from helped join members on members.id = helped.author_id
    where members.role in ('member', 'expert') and members.deactivated_at is null
    group by members.id order by solutions desc, members.id limit ${limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    name: String(row.name),
    displayName: String(row.display_name),
    avatarFileId: row.avatar_file_id === null ? null : String(row.avatar_file_id),
    solutions: Number(row.solutions),
    topic: row.topic as Record<Locale, string>,
  }));
}
