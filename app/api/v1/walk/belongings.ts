import { sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import type { CanaryRole, CanaryWorld } from "@/db/testing/canaries";

/** What must be the same after a role has tried everything: all that is not its own to change. */
export async function belongings(world: CanaryWorld, role: CanaryRole): Promise<Record<string, unknown>> {
  if (role === "agent" || role === "manager") return {};
  const own = role === "visitor" ? 0 : world.people[role].id;
  const isForeignAgent = role === "foreignAgent";
  const kept: Record<string, SQL> = {
    conversations: sql`select id, state, agent_id, fence, last_seq, disposition from conversations where asker_id <> ${own} order by id`,
    messages: sql`select conversation_id, seq, author_id, body from messages join conversations on conversations.id = conversation_id where asker_id <> ${own} order by 1, 2`,
    publications: sql`select id, body, state from publications order by id`,
    notices: sql`select id, read_at from notifications where member_id <> ${own} and id <= ${await lastNotice(world)} order by id`,
    tokens: sql`select id, revoked_at, name from access_tokens where member_id <> ${own} order by id`,
    people: sql`select id, name, display_name, email, role, bio, trust, suspended_until, deactivated_at from members where id <> ${own} order by id`,
    files: sql`select id, owner_id, name, conversation_id from files where owner_id <> ${own} and article_id is null order by id`,
    ...(isForeignAgent ? {} : communityOf(own)),
  };
  const entries = await Promise.all(Object.entries(kept).map(async ([name, query]) => [name, (await db.execute(query)).rows] as const));
  return Object.fromEntries(entries);
}

/** Posts and guides, for those who moderate and write nothing but their own. */
function communityOf(own: number): Record<string, SQL> {
  return {
    threads: sql`select id, title, body, status, kind, category_id, locked_at, pinned_at, closed_at, duplicate_of_id, facts from threads where author_id <> ${own} order by id`,
    answers: sql`select a.id, a.body, a.status, a.official, a.accepted_at, a.rejected_at from answers a join threads t on t.id = a.thread_id where a.author_id <> ${own} and t.author_id <> ${own} order by a.id`,
    comments: sql`select id, body, status from comments where author_id <> ${own} order by id`,
    articles: sql`select id, state, title, live_revision_id, staged_revision_id, version from articles order by id`,
    videos: sql`select v.id, title, silent, file_id, poster_id, vtt from videos v left join video_captions on video_id = v.id order by 1, vtt`,
    cases: sql`select id, state from cases where state <> 'pending' order by id`,
    sanctions: sql`select id, member_id, until, lifted_at from sanctions order by id`,
    appeals: sql`select id, state, answer from appeals where member_id <> ${own} order by id`,
    categories: sql`select id, slug, name_en, audience from categories order by id`,
    departments: sql`select id, calendar from departments order by id`,
  };
}

let newest: number | undefined;

/** Notices written later, by what the walk itself does, are not asked about. */
async function lastNotice(_world: CanaryWorld): Promise<number> {
  if (newest !== undefined) return newest;
  const { rows } = await db.execute<{ last: string | null }>(sql`select max(id) as last from notifications`);
  return (newest = Number(rows[0]?.last ?? 0));
}
