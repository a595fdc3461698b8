import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { now } from "@/lib/platform/clock";

/** Who no longer waits for a call, however that came about, keeps no time from others. */
export async function endStaleBookings(): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  await inTransaction((tx) =>
    tx.execute(sql`
      update bookings set state = case when starts_at <= ${time} then 'done' else 'cancelled' end, ended_at = ${time}
      from conversations
      where conversations.id = conversation_id and bookings.state = 'booked' and conversations.state <> 'callback'`),
  );
}
