import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { bad, count, duration, type Finding, fine, warning } from "./finding";

const area = "jobs";
const lateSeconds = 60;
const stuckSeconds = 600;

/** Whether somebody works on the queue, and what has failed for good. `--repair` tries that again. */
export async function checkJobs({ repair }: { repair: boolean }): Promise<Finding[]> {
  return [await checkWaiting(), ...(await checkFailed(repair)), await checkLetters()];
}

async function checkWaiting(): Promise<Finding> {
  const { rows } = await db.execute<{ waiting: number; late: string | null; running: number }>(sql`
    select count(*) filter (where locked_at is null)::int as waiting, count(*) filter (where locked_at is not null)::int as running,
      extract(epoch from now() - min(run_at) filter (where locked_at is null)) as late
    from graphile_worker._private_jobs where attempts < max_attempts and run_at <= now()`);
  const { waiting = 0, running = 0, late = null } = rows[0] ?? {};
  const seconds = Number(late ?? 0);
  const text = `${count(waiting, "job")} due, ${running} running${waiting > 0 ? `, the oldest for ${duration(seconds)}` : ""}`;
  if (seconds < lateSeconds) return fine(area, text);
  if (!(await isSiteRunning())) return warning(area, `${text}; nothing runs at this moment, npm start works on them.`);
  return seconds < stuckSeconds ? warning(area, text) : bad(area, `${text}: the worker is stuck or missing (KUNDIG_ROLE).`);
}

async function checkFailed(repair: boolean): Promise<Finding[]> {
  const { rows } = await db.execute<{ name: string; failed: number; error: string | null }>(sql`
    select task.identifier as name, count(*)::int as failed, (array_agg(left(job.last_error, 160) order by job.updated_at desc))[1] as error
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where job.attempts >= job.max_attempts group by 1 order by 1`);
  if (rows.length === 0) return [fine(area, "none has failed for good")];
  if (repair) {
    await inTransaction((tx) => tx.execute(sql`
      update graphile_worker._private_jobs set attempts = 0, run_at = now(), last_error = null, locked_at = null, locked_by = null
      where attempts >= max_attempts`));
  }
  return rows.map(({ name, failed, error }) =>
    bad(area, `${count(failed, "job")} "${name}" failed for good${error ? `: ${error.split("\n")[0]}` : ""}`, repair ? "will be tried again" : undefined),
  );
}

async function checkLetters(): Promise<Finding> {
  const { rows } = await db.execute<{ failed: number; waiting: number }>(sql`
    select count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'queued' and created_at < now() - interval '1 hour')::int as waiting from mails`);
  const { failed = 0, waiting = 0 } = rows[0] ?? {};
  if (failed + waiting === 0) return fine("mail", "no letter failed or waits for long");
  return warning("mail", `${count(failed, "letter")} failed, ${waiting} wait for more than an hour (see /staff/mail)`);
}

export async function isSiteRunning(): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from web_processes where seen_at > now() - interval '20 seconds' limit 1`);
  return rows.length > 0;
}
