import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Hourly: what only had to be remembered for a while. Keys 48 hours, live events 7 days. */
export async function forgetOldRows(): Promise<void> {
  await db.execute(sql`delete from idempotency_keys where created_at < now() - interval '48 hours'`);
  await db.execute(sql`delete from member_events where created_at < now() - interval '7 days'`);
}
