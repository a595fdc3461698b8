import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { findImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import type { ImportRun } from "./import-run";
import type { Row } from "./read-rows";

/**
 * A newer dump knows newer scores of posts that are here already. Votes in a dump have no names: the score over
 * there is the ground, and what members voted here comes on top.
 */
export async function keepScores(run: ImportRun, kind: "thread" | "answer", rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const found = await findImported(run.site.host, "post", rows.flatMap((row) => row.Id ?? []));
  const scores = new Map<number, number>();
  for (const { Id = "", Score } of rows) {
    const local = found.get(Id);
    if (local?.kind === kind && Number.isInteger(Number(Score))) scores.set(local.id, Number(Score));
  }
  const table = kind === "thread" ? sql`threads` : sql`answers`;
  const threadId = kind === "thread" ? sql`post.id` : sql`post.thread_id`;
  await inTransaction(async (tx) => {
    const { rows: changed } = await tx.execute<{ thread_id: string }>(sql`
      with fresh as (
        select told.id, told.score + coalesce((select sum(value) from votes where target_kind = ${kind}::post_kind and target_id = told.id), 0) as score
        from unnest(${sql.param([...scores.keys()])}::bigint[], ${sql.param([...scores.values()])}::int[]) as told (id, score)
      )
      update ${table} as post set score = fresh.score from fresh
      where post.id = fresh.id and post.score <> fresh.score
      returning ${threadId} as thread_id`);
    const threadIds = changed.map((row) => Number(row.thread_id));
    await recordSearchChanges(tx, "thread", threadIds);
    await dropPages(tx, threadIds.map((id) => `thread:${id}`));
  });
}
