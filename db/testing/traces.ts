import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** What a write must leave behind: audit actions of a target, oldest first. */
export async function auditOf(kind: string, id: number | string): Promise<string[]> {
  const { rows } = await db.execute<{ action: string }>(sql`
    select action from audit_log where target_kind = ${kind} and target_id = ${String(id)} order by id`);
  return rows.map((row) => row.action);
}

/** Payloads of the waiting jobs of this name, oldest first. */
export async function jobsNamed(name: string): Promise<Record<string, unknown>[]> {
  const { rows } = await db.execute<{ payload: Record<string, unknown> }>(sql`
    select job.payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = ${name} order by job.id`);
  return rows.map((row) => row.payload);
}

/** Documents the indexing job would look at. */
export async function searchChanges(kind: string): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct doc_id as id from search_outbox where kind = ${kind} order by 1`);
  return rows.map((row) => Number(row.id));
}
