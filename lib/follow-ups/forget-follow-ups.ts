import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { now } from "@/lib/platform/clock";

/** Days after which nobody can tell who was let down, and that it was. The figures plan shifts. */
const kept = { person: 90, figure: 730 };

/** Hourly. An open one is remembered until it is over. */
export async function forgetFollowUps(): Promise<void> {
  const before = (days: number) => sql`${new Date(now().getTime() - days * 86_400_000).toISOString()}::timestamptz`;
  await inTransaction(async (tx) => {
    await tx.execute(sql`delete from follow_ups where ended_at < ${before(kept.figure)}`);
    await tx.execute(sql`
      update follow_ups set member_id = null, thread_id = null, conversation_id = null, causes = '{}'
      where ended_at < ${before(kept.person)} and (member_id is not null or thread_id is not null)`);
  });
}
