import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings, conversationEvents, conversations, files, mails, messages, publications, transfers } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import { now } from "@/lib/platform/clock";
import type { Packet } from "./packet";
import { sayInConversation } from "./say-in-conversation";

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

/** What was said in these conversations, noted about them and sent along is gone; that they were stays. */
export async function forgetWords(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
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
}
