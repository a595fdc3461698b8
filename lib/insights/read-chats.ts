import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ChatRow } from "./insights-view";

const MOST = 20_000;

type Row = Record<"id" | "thread_id" | "slug" | "title" | "department_id" | "choice" | "state" | "created_at", string> & {
  disposition: ChatRow["disposition"];
  wait: number | null;
  reply: number | null;
  saved_seconds: number | null;
  ratings: unknown;
};

/** Conversations opened in that time, the latest first. One query. */
export async function readChats(from: Date, to: Date, departmentId: number | null): Promise<ChatRow[]> {
  const { rows } = await db.execute<Row>(sql`
    select v.id, v.thread_id, t.slug, t.title, v.department_id, v.choice, v.state, v.created_at, v.disposition, v.ratings, v.saved_seconds,
      extract(epoch from v.accepted_at - v.created_at)::float8 as wait,
      extract(epoch from v.first_reply_at - v.accepted_at)::float8 as reply
    from conversations v join threads t on t.id = v.thread_id
    where v.created_at >= ${from.toISOString()}::timestamptz and v.created_at < ${to.toISOString()}::timestamptz
      and (${departmentId}::bigint is null or v.department_id = ${departmentId})
    order by v.created_at desc
    limit ${MOST}`);
  return rows.map((row) => ({
    id: Number(row.id),
    threadId: Number(row.thread_id),
    slug: row.slug,
    title: row.title,
    departmentId: Number(row.department_id),
    choice: row.choice,
    state: row.state,
    disposition: row.disposition,
    createdAt: new Date(row.created_at),
    // Callbacks and messages wait for the working day, not in a line.
    waitSeconds: row.choice === "chat" && row.wait !== null ? Math.max(0, row.wait) : null,
    firstReplySeconds: row.reply === null ? null : Math.max(0, row.reply),
    savedSeconds: row.saved_seconds,
    rating: ratingOf(row.ratings),
  }));
}

/** The mean of what was rated, from 1 to 5. */
function ratingOf(ratings: unknown): number | null {
  if (typeof ratings !== "object" || ratings === null) return null;
  const values = Object.values(ratings).filter((value): value is number => typeof value === "number");
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
