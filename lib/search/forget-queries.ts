import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

const keptDays = 90;

/** Hourly: what was looked for is forgotten after 90 days; what kept a visitor's key presses together, after one. */
export async function forgetQueries(): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * 86_400_000).toISOString();
  await db.execute(sql`delete from search_queries where created_at < ${before(keptDays)}::timestamptz`);
  await db.execute(
    sql`update search_queries set voice = null where voice is not null and created_at < ${before(1)}::timestamptz`,
  );
}
