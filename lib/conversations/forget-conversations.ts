import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { bookings, conversationEvents, conversations, files, mails, messages, publications, transfers } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import { isNotHeld } from "@/lib/holds/is-held";
import { now } from "@/lib/platform/clock";
import { getKeepMonths } from "@/lib/settings/get-keep-months";
import type { Packet } from "./packet";
import { sayInConversation } from "./say-in-conversation";

const AT_ONCE = 50;

const nothingKnown: Partial<Packet> = {
  summary: "",
  facts: [],
  tried: [],
  answers: [],
  searches: [],
  articles: [],
  device: null,
  earlier: [],
  missing: [],
  hidden: [],
};

/**
 * Hourly: what was said in a conversation that ended long ago, noted about it and sent along is forgotten. When it
 * was, how long it took and how it was rated is kept, and the public answer made of it by consent. What somebody holds
 * stays as it is.
 */
export async function forgetConversations(): Promise<void> {
  const before = await endedBefore();
  for (let forgotten = AT_ONCE; forgotten === AT_ONCE; )
    forgotten = await inTransaction((tx) => forgetSome(tx, before));
}

async function endedBefore(): Promise<Date> {
  const before = new Date(now());
  before.setUTCMonth(before.getUTCMonth() - (await getKeepMonths()));
  return before;
}

async function forgetSome(tx: Tx, before: Date): Promise<number> {
  const ended = inArray(conversations.state, ["closed", "left", "answered"]);
  const isOld = sql`coalesce(${conversations.closedAt}, ${conversations.createdAt}) < ${before.toISOString()}`;
  const isKept = sql`not ${conversations.packet} ? 'forgottenAt'`;
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(ended, isOld, isKept, isNotHeld))
    .orderBy(asc(conversations.id))
    .limit(AT_ONCE)
    .for("update", { skipLocked: true });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(messages).where(inArray(messages.conversationId, ids));
  // Nothing can be published any more that nobody has agreed to so far.
  const state = sql`case ${publications.state} when 'awaiting_consent' then 'declined' else ${publications.state} end`;
  await tx.update(publications).set({ body: "", pickedSeqs: [], state }).where(inArray(publications.conversationId, ids));
  await tx.update(transfers).set({ note: "" }).where(inArray(transfers.conversationId, ids));
  await tx.update(bookings).set({ phone: "" }).where(inArray(bookings.conversationId, ids));
  await tx.update(conversationEvents).set({ data: {} }).where(inArray(conversationEvents.conversationId, ids));
  // A letter with all of it went to the asker; ours goes with the rest.
  await tx.delete(mails).where(and(eq(mails.kind, "transcript"), sql`split_part(${mails.dedupeKey}, ':', 2)::bigint = any(${sql.param(ids)}::bigint[])`));
  const known = JSON.stringify({ ...nothingKnown, forgottenAt: now().toISOString() });
  await tx
    .update(conversations)
    .set({ dispositionReason: null, packet: sql`${conversations.packet} || ${known}::jsonb` })
    .where(inArray(conversations.id, ids));
  for (const { id } of await tx.select({ id: files.id }).from(files).where(inArray(files.conversationId, ids))) await dropFile(tx, id);
  for (const id of ids) await sayInConversation(tx, id, "forgotten");
  return ids.length;
}
