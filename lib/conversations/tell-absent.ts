import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";

/** Who looks at the conversation has read within this time; that somebody is there is pressing. */
const UNREAD_MS = 60_000;
const UNREAD_ACCEPTED_MS = 15_000;
/** What is older than this was told already, or is no news. */
const OLD_MS = 24 * 3_600_000;

type Row = { id: string; reader: string; author: string | null; key: string; thread_id: string; title: string; accepted: boolean };

/**
 * Tells those who have closed the page that something waits for them: an agent who is there now, or a message.
 * Once for each stretch of unread messages, however many they are. Runs every minute.
 */
export async function tellAbsent(): Promise<void> {
  const time = now().getTime();
  const before = new Date(time - UNREAD_MS).toISOString();
  const acceptedBefore = new Date(time - UNREAD_ACCEPTED_MS).toISOString();
  const after = new Date(time - OLD_MS).toISOString();
  const { rows } = await db.execute<Row>(sql`
    select distinct on (conversations.id, reader.id) conversations.id, reader.id as reader, coalesce(messages.author_id, conversations.agent_id) as author,
      unread.key, conversations.thread_id, threads.title, messages.body = 'accepted' and messages.kind = 'system' as accepted
    from conversations
    join threads on threads.id = conversations.thread_id
    cross join lateral (values (asker_id), (agent_id)) as reader (id)
    left join conversation_reads as reads on reads.conversation_id = conversations.id and reads.member_id = reader.id
    cross join lateral (select 'chat:' || conversations.id || ':' || coalesce(reads.read_seq, 0) as key) as unread
    join messages on messages.conversation_id = conversations.id and messages.seq > coalesce(reads.read_seq, 0)
    where reader.id is not null
      and not exists (select 1 from notifications where notifications.member_id = reader.id and dedupe_key = unread.key)
      and greatest(last_asker_at, last_agent_at, accepted_at) > ${after}::timestamptz
      and messages.created_at > ${after}::timestamptz
      and messages.created_at <= case when messages.kind = 'system' then ${acceptedBefore}::timestamptz else ${before}::timestamptz end
      and messages.visibility = 'all'
      and (messages.kind = 'text' and messages.author_id <> reader.id or messages.body = 'accepted' and reader.id = asker_id)
    order by conversations.id, reader.id, messages.seq`);
  for (const row of rows) {
    await inTransaction((tx) =>
      notify(tx, {
        memberId: Number(row.reader),
        kind: row.accepted ? "chat_accepted" : "chat_message",
        path: `/chat/${row.id}`,
        values: { title: row.title },
        actorId: row.author === null ? null : Number(row.author),
        threadId: Number(row.thread_id),
        dedupeKey: row.key,
      }),
    );
  }
}
