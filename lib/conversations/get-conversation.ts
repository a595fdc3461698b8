import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { agentPresence, conversations, departments, members, messages, publications, threads, transfers } from "@/db/schema";
import { canCall } from "@/lib/bookings/permissions";
import { readBooking } from "@/lib/bookings/read-booking";
import { readHoldsOf } from "@/lib/holds/list-holds";
import { type Actor, memberId } from "@/lib/members/actor";
import type { Person } from "@/lib/members/person";
import { now } from "@/lib/platform/clock";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { idInput } from "@/lib/platform/text-input";
import { hasSignedOff } from "@/lib/presence/has-signed-off";
import { readPlaces } from "@/lib/queue/read-places";
import type { ConversationView, Ratings } from "./conversation-view";
import { readAsked } from "./list-consults";
import type { Packet } from "./packet";
import { conversationCan, isAsker, isOpenConversation, reopenUntil } from "./permissions";
import { personColumns, personView } from "./person-columns";
import { readLinked } from "./read-linked";
import { readPublicPart } from "./read-public-part";
import { visibleConversations } from "./visible";

/**
 * One conversation as the reader's side sees it; null when it is not for them. The event cursor is read first,
 * so a stream opened with it repeats something at worst and misses nothing.
 */
export async function getConversation(actor: Actor, id: unknown): Promise<ConversationView | null> {
  const parsed = idInput.safeParse(id);
  if (!parsed.success) return null;
  const cursor = await readCursor(memberId(actor));
  const row = await readRow(actor, parsed.data);
  if (!row) return null;
  const { conversation, thread, department, publication } = row;
  const waits = conversation.state === "queued" || conversation.state === "offered";
  const places = waits ? await readPlaces(db, conversation.departmentId) : [];
  const place = places.find(({ conversationId }) => conversationId === conversation.id);
  const facts = { ...conversation, publication: publication?.state ?? null };
  return {
    id: conversation.id,
    state: conversation.state,
    choice: conversation.choice as ConversationView["choice"],
    side: isAsker(actor, conversation) ? "asker" : "staff",
    thread,
    department: { id: department.id, slug: department.slug, name: { en: department.nameEn, de: department.nameDe } },
    asker: personView(row.asker),
    mails: row.mails,
    agent: row.agent && personView(row.agent),
    writers: await readWriters(actor, conversation),
    agentPresence: conversation.agentId === null ? null : presenceOf(row.presence),
    transfer: isAsker(actor, conversation) ? null : await readTransfer(conversation.id),
    asked: isAsker(actor, conversation) ? [] : await readAsked(conversation.id),
    holds: isAsker(actor, conversation) ? [] : await readHoldsOf(conversation),
    packet: isAsker(actor, conversation) ? (conversation.packet as Packet) : await withNews(conversation.packet as Packet),
    queue: place ? withoutOwner(place) : null,
    call: conversation.state === "callback" ? await readBooking(conversation.id) : null,
    lastSeq: conversation.lastSeq,
    read: row.read,
    disposition: conversation.disposition,
    linked: await readLinked(actor, conversation),
    publication: publication && {
      id: publication.id,
      state: publication.state,
      body: publication.body,
      bodyHtml: renderMarkdown(publication.body, { locale: thread.locale }).html,
      answerId: publication.answerId,
    },
    ratings: conversation.ratings as Ratings | null,
    fence: conversation.fence,
    createdAt: conversation.createdAt,
    acceptedAt: conversation.acceptedAt,
    firstReplyAt: conversation.firstReplyAt,
    lastAskerAt: conversation.lastAskerAt,
    lastAgentAt: conversation.lastAgentAt,
    closedAt: conversation.closedAt,
    reopenUntil: isOpenConversation(conversation) ? null : reopenUntil(conversation),
    cursor,
    can: { ...conversationCan(actor, facts), call: canCall(actor, facts) },
  };
}

/** A question goes on being answered while its asker waits; all else stays as it was when they asked for a human. */
async function withNews(packet: Packet): Promise<Packet> {
  return packet.thread ? { ...packet, ...(await readPublicPart(db, packet.thread.id)) } : packet;
}

async function readWriters(actor: Actor, { id, askerId }: { id: number; askerId: number }): Promise<Person[]> {
  const seen = isAsker(actor, { askerId }) ? eq(messages.visibility, "all") : undefined;
  const rows = await db
    .selectDistinct(personColumns(members))
    .from(messages)
    .innerJoin(members, eq(members.id, messages.authorId))
    .where(and(eq(messages.conversationId, id), ne(members.id, askerId), seen));
  return rows.map(personView);
}

async function readTransfer(conversationId: number): Promise<ConversationView["transfer"]> {
  const [open] = await db
    .select({ agent: members.displayName, en: departments.nameEn, de: departments.nameDe, skill: transfers.skill, at: transfers.createdAt })
    .from(transfers)
    .innerJoin(departments, eq(departments.id, transfers.departmentId))
    .leftJoin(members, eq(members.id, transfers.agentId))
    .where(and(eq(transfers.conversationId, conversationId), eq(transfers.state, "open")));
  if (!open) return null;
  const { en, de, ...transfer } = open;
  return { ...transfer, department: { en, de } };
}

function presenceOf(presence: typeof agentPresence.$inferSelect | null): ConversationView["agentPresence"] {
  if (presence?.leaseUntil && presence.leaseUntil > now()) return presence.state === "break" ? "break" : "here";
  return presence && hasSignedOff(presence) ? "left" : "reconnecting";
}

async function readCursor(member: number | null): Promise<number> {
  if (member === null) return 0;
  const { rows } = await db.execute<{ seq: number }>(sql`select last_seq as seq from member_event_counters where member_id = ${member}`);
  return rows[0]?.seq ?? 0;
}

async function readRow(actor: Actor, id: number) {
  const askers = alias(members, "askers");
  const agents = alias(members, "agents");
  const readBy = (who: SQL) =>
    sql`coalesce((select max(read_seq) from conversation_reads where conversation_id = ${conversations.id} and ${who}), 0)`;
  // Whoever had it before has read it too; who only looked on has not.
  const byCompany = sql`(member_id = ${conversations.agentId} or member_id <> ${conversations.askerId} and member_id in (
    select author_id from messages where conversation_id = ${conversations.id} and visibility = 'all'
    union select actor_id from conversation_events where conversation_id = ${conversations.id} and type = 'accepted'))`;
  const [row] = await db
    .select({
      conversation: conversations,
      thread: { id: threads.id, slug: threads.slug, title: threads.title, locale: threads.locale },
      department: departments,
      asker: personColumns(askers),
      mails: sql<boolean>`${askers.mailNotifications} and ${askers.emailVerifiedAt} is not null`,
      agent: personColumns(agents),
      presence: agentPresence,
      publication: publications,
      read: sql<{ asker: number; agent: number }>`json_build_object(
        'asker', ${readBy(sql`member_id = ${conversations.askerId}`)}, 'agent', ${readBy(byCompany)})`,
    })
    .from(conversations)
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(departments, eq(departments.id, conversations.departmentId))
    .innerJoin(askers, eq(askers.id, conversations.askerId))
    .leftJoin(agents, eq(agents.id, conversations.agentId))
    .leftJoin(agentPresence, eq(agentPresence.memberId, conversations.agentId))
    .leftJoin(publications, eq(publications.conversationId, conversations.id))
    .where(and(eq(conversations.id, id), visibleConversations(actor)));
  return row;
}

function withoutOwner(place: NonNullable<Awaited<ReturnType<typeof readPlaces>>[number]>): ConversationView["queue"] {
  const { entryId, position, waitSeconds, bucket, backAt, offered, enqueuedAt, deadlineAt } = place;
  return { entryId, position, waitSeconds, bucket, backAt, offered, enqueuedAt, deadlineAt };
}
