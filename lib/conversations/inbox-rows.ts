import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import type { Choice, ConversationState, InboxRow } from "./conversation-view";
import { personView } from "./person-columns";
import { filesOf, withoutFiles } from "@/lib/platform/markdown/file-lines";

const PAUSED_MS = 5 * 60_000;
const LAST_CHARS = 120;

type Row = {
  id: string;
  state: ConversationState;
  choice: Choice;
  agent_id: string | null;
  thread_id: string;
  slug: string;
  title: string;
  asker_id: string;
  name: string;
  display_name: string;
  avatar_file_id: string | null;
  role: Role;
  last: { body: string; at: string; author: number } | null;
  unread: number;
  last_agent_at: string | null;
  waiting_since: string | null;
  created_at: string;
};

/**
 * Rows of a list of conversations, as `readerId` sees them; `where` is a condition on conversations. Who has waited
 * longest for a reply comes first: since the first word that nobody has answered, however often they ask again.
 */
export async function inboxRows(readerId: number, where: SQL, { limit = 100 } = {}): Promise<InboxRow[]> {
  const { rows } = await db.execute<Row>(sql`
    select conversations.id, conversations.state, choice, agent_id, threads.id as thread_id, threads.slug, threads.title, asker_id,
      asker.name, asker.display_name, asker.avatar_file_id, asker.role, last_agent_at, conversations.created_at,
      case when conversations.state = 'closed' then null when last_agent_at is null then conversations.created_at else (
        select min(created_at) from messages where conversation_id = conversations.id and author_id = asker_id
          and created_at > last_agent_at) end as waiting_since,
      (select json_build_object('body', body, 'at', created_at, 'author', author_id) from messages
        where conversation_id = conversations.id and kind = 'text' and visibility = 'all' order by seq desc limit 1) as last,
      (select count(*)::int from messages
        where conversation_id = conversations.id and author_id <> ${readerId}
          and (visibility = 'all' or ${readerId} <> asker_id)
          and seq > coalesce((select read_seq from conversation_reads
            where conversation_id = conversations.id and member_id = ${readerId}), 0)) as unread
    from conversations
    join threads on threads.id = thread_id
    join members as asker on asker.id = asker_id
    where ${where}
    order by waiting_since, greatest(last_asker_at, conversations.created_at) desc, conversations.id desc limit ${limit}`);
  return rows.map(inboxRow);
}

function inboxRow(row: Row): InboxRow {
  const agentAt = row.last_agent_at === null ? null : new Date(row.last_agent_at);
  return {
    conversationId: Number(row.id),
    state: row.state,
    choice: row.choice,
    thread: { id: Number(row.thread_id), slug: row.slug, title: row.title },
    asker: personView({
      id: Number(row.asker_id),
      name: row.name,
      displayName: row.display_name,
      avatarFileId: row.avatar_file_id,
      role: row.role,
    }),
    agentId: row.agent_id === null ? null : Number(row.agent_id),
    last: row.last && {
      text: excerpt(withoutFiles(row.last.body) || filesOf(row.last.body).map(({ name }) => name).join(", "), LAST_CHARS),
      at: new Date(row.last.at),
      mine: row.last.author !== Number(row.asker_id),
    },
    unread: row.unread,
    waitingSince: row.waiting_since === null ? null : new Date(row.waiting_since),
    paused: row.waiting_since === null && agentAt !== null && now().getTime() - agentAt.getTime() > PAUSED_MS,
    createdAt: new Date(row.created_at),
  };
}
