import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "@/lib/platform/clock";

/** The call is no longer due: done if its time has come, else cancelled, and the time is free for others. */
export async function endBooking(tx: Tx, conversationId: number): Promise<boolean> {
  const time = sql`${now().toISOString()}::timestamptz`;
  const { rowCount } = await tx.execute(sql`
    update bookings set state = case when starts_at <= ${time} then 'done' else 'cancelled' end, ended_at = ${time}
    where conversation_id = ${conversationId} and state = 'booked'`);
  return rowCount === 1;
}
