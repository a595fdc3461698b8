import { and, asc, inArray, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations } from "@/db/schema";
import { isNotHeld } from "@/lib/holds/is-held";
import { now } from "@/lib/platform/clock";
import { getKeepMonths } from "@/lib/settings/get-keep-months";
import { forgetWords } from "./forget-words";

const AT_ONCE = 50;

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
  await forgetWords(tx, ids);
  return ids.length;
}
