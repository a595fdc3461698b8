import { sql } from "drizzle-orm";
import { atEnd, type Tx } from "@/db/client";

export type JobOptions = {
  /** Real time, not business time: the queue runs on the database's clock. */
  runAt?: Date;
  /** A later job with the same key replaces the waiting one. */
  jobKey?: string;
  maxAttempts?: number;
};

/**
 * Adds a job in the caller's transaction: it runs after the commit, at least once, or never if
 * the transaction is rolled back. What runs is listed in lib/worker.ts.
 */
export async function enqueue(tx: Tx, name: string, payload: Record<string, unknown>, options: JobOptions = {}): Promise<void> {
  atEnd(tx, sql`select graphile_worker.add_job(
    ${name}::text, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? 12}::int,
    job_key => ${options.jobKey ?? null}::text)`);
}
