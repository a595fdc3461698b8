import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { loadDepartments } from "@/lib/departments/load-departments";
import { businessBetween } from "@/lib/hours/calendar";
import { now } from "@/lib/platform/clock";
import type { Ending, QuestionRow } from "./insights-view";

/** Within this a human should have answered: later the ladder names somebody for it. */
export const TARGET_MINUTES = 120;
/** More questions than these in one look are a sample of the latest. */
const MOST = 20_000;

type Row = Record<"id" | "slug" | "title" | "created_at" | "state", string> & {
  first_answer_at: string | null;
  department_id: string | null;
  chatted: boolean;
  official: boolean | null;
};

/** Every question asked here in that time, how it ended and how long its first reply took. Imported ones are history. 2 queries. */
export async function readQuestions(from: Date, to: Date, departmentId: number | null): Promise<QuestionRow[]> {
  const start = from.toISOString();
  // Activity is never older than the question: that bounds the walk by an index there is.
  const [departments, { rows }] = await Promise.all([
    loadDepartments(),
    db.execute<Row>(sql`
      select t.id, t.slug, t.title, t.created_at, t.state, t.first_answer_at,
        coalesce(c.department_id, p.department_id, g.department_id) as department_id,
        exists (select 1 from conversations v where v.thread_id = t.id and v.accepted_at is not null) as chatted,
        (select bool_or(a.official) from answers a where a.thread_id = t.id and a.status = 'published' and a.accepted_at is not null) as official
      from threads t
      join categories c on c.id = t.category_id
      left join categories p on p.id = c.parent_id
      left join categories g on g.id = p.parent_id
      where t.status = 'published' and t.last_activity_at >= ${start}::timestamptz and t.created_at >= ${start}::timestamptz
        and t.created_at < ${to.toISOString()}::timestamptz and t.kind = 'question' and t.attribution is null
      order by t.last_activity_at desc
      limit ${MOST}`),
  ]);
  const today = now();
  return rows.flatMap((row) => {
    const department = departments.find(({ id }) => id === Number(row.department_id)) ?? departments[0];
    if (departmentId !== null && department?.id !== departmentId) return [];
    const createdAt = new Date(row.created_at);
    const firstAnswerAt = row.first_answer_at ? new Date(row.first_answer_at) : null;
    const minutesTo = (end: Date) => Math.round(department ? businessBetween(department.calendar, createdAt, end) : (end.getTime() - createdAt.getTime()) / 60_000);
    const replyMinutes = firstAnswerAt && minutesTo(firstAnswerAt);
    const inTarget = replyMinutes !== null ? replyMinutes <= TARGET_MINUTES : minutesTo(today) > TARGET_MINUTES ? false : null;
    const { slug, title } = row;
    return [{ id: Number(row.id), slug, title, createdAt, firstAnswerAt, departmentId: department?.id ?? null, ending: endingOf(row), replyMinutes, inTarget }];
  });
}

function endingOf(row: Row): Ending {
  if (row.chatted) return "chat";
  if (row.state === "solved") return row.official ? "company" : "members";
  return row.first_answer_at ? "open" : "unanswered";
}
