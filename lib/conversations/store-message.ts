import { sql } from "drizzle-orm";
import { kept, type Tx } from "@/db/client";
import type { messages } from "@/db/schema";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { eventsChannel } from "@/lib/platform/events";
import type { MessageView, Visibility } from "./conversation-view";
import type { FoundConversation } from "./find-conversation";

type Draft = { clientId: string; body: string; visibility: Visibility; baseSeq?: number };
type Stored = { message: MessageView } | { existing: typeof messages.$inferSelect } | { missed: number };

type Row = {
  seq: number | null;
  existing: { seq: number; body: string; visibility: Visibility; at: string } | null;
  missed: number | null;
};

/**
 * Number, message, both sides' event logs, wake-up and audit row in one statement. The conversation's row must
 * be locked before: the statement then sees everything earlier senders committed. The event carries the text,
 * because the log belongs to one member who may read it anyway, and asking for it would double the delivery time.
 */
export async function storeMessage(tx: Tx, author: Member, conversation: FoundConversation, draft: Draft): Promise<Stored> {
  const { id, askerId, agentId } = conversation;
  const byAsker = author.id === askerId;
  const createdAt = now();
  const at = sql`${createdAt.toISOString()}::timestamptz`;
  const message: Omit<MessageView, "seq"> = {
    conversationId: id,
    clientId: draft.clientId,
    authorId: author.id,
    side: byAsker ? "asker" : "staff",
    visibility: draft.visibility,
    kind: "text",
    body: draft.body,
    createdAt,
  };
  const note = draft.visibility === "staff";
  const told = [...new Set([note ? null : askerId, agentId, author.id])].filter((one) => one !== null);
  const spoke = note
    ? sql``
    : byAsker
      ? sql`, last_asker_at = ${at}`
      : sql`, last_agent_at = ${at}, first_reply_at = coalesce(first_reply_at, ${at})`;
  // An agent answers blind when a colleague wrote since; an asker who writes twice does not.
  const base = byAsker ? undefined : draft.baseSeq;
  const { rows } = await tx.execute<Row>(sql`${kept}
    with existing as (
      select json_build_object('seq', seq, 'body', body, 'visibility', visibility, 'at', created_at) as message from messages
      where conversation_id = ${id} and author_id = ${author.id} and client_id = ${draft.clientId}::uuid
    ), missed as (
      select max(seq) as seq from messages
      where ${base === undefined ? sql`false` : sql`conversation_id = ${id} and seq > ${base}`}
        and author_id is not null and author_id not in (${author.id}, ${askerId})
    ), bumped as (
      update conversations set last_seq = last_seq + 1 ${spoke}
      where id = ${id} and not exists (select 1 from existing) and (select seq from missed) is null
      returning last_seq
    ), stored as (
      insert into messages (conversation_id, seq, client_id, author_id, visibility, body, created_at)
      select ${id}, last_seq, ${draft.clientId}::uuid, ${author.id}, ${draft.visibility}::message_visibility, ${draft.body}, ${at}
      from bumped returning seq
    ), counters as (
      insert into member_event_counters (member_id, last_seq)
      select told.id, 1 from unnest(${sql.param(told)}::bigint[]) as told (id), stored order by told.id
      on conflict (member_id) do update set last_seq = member_event_counters.last_seq + 1
      returning member_id, last_seq
    ), log as (
      insert into member_events (member_id, seq, event)
      select member_id, last_seq, jsonb_build_object('type', 'message.posted', 'conversationId', ${id}::bigint,
        'message', ${JSON.stringify(message)}::jsonb || jsonb_build_object('seq', stored.seq))
      from counters, stored returning member_id
    ), woken as materialized (
      select pg_notify(${eventsChannel}, json_build_object('member', member_id)::text) from log
    ), audited as (
      insert into audit_log (actor_kind, actor_id, action, target_kind, target_id, data, created_at)
      select 'member', ${author.id}, 'message.posted', 'conversation', ${String(id)}, jsonb_build_object('seq', seq), ${at} from stored
    )
    select stored.seq, existing.message as existing, missed.seq as missed, (select count(*) from woken) as woken
    from missed left join existing on true left join stored on true`);
  const row = rows[0];
  if (row?.existing) {
    const { at: storedAt, ...rest } = row.existing;
    return { existing: { ...message, ...rest, createdAt: new Date(storedAt) } };
  }
  if (row?.seq != null) return { message: { ...message, seq: row.seq } };
  return { missed: row?.missed ?? 0 };
}
