import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { RepeatRow } from "./insights-view";

const MOST = 50;

/** How often customers were asked what they had told: by the agent who wrote to them, the worst first. One query. */
export async function readRepeats(from: Date, to: Date, departmentId: number | null): Promise<RepeatRow[]> {
  const { rows } = await db.execute<{ id: string; name: string; chats: number; repeated: number; questions: number }>(sql`
    select members.id, members.display_name as name, count(distinct v.id)::int as chats,
      count(distinct r.conversation_id)::int as repeated, count(r.question)::int as questions
    from conversations v
    join lateral (
      select distinct author_id from messages
      where conversation_id = v.id and author_id <> v.asker_id and visibility = 'all' and kind = 'text'
    ) wrote on true
    join members on members.id = wrote.author_id
    left join repeats r on r.conversation_id = v.id and r.agent_id = wrote.author_id
    where v.created_at >= ${from.toISOString()}::timestamptz and v.created_at < ${to.toISOString()}::timestamptz
      and (${departmentId}::bigint is null or v.department_id = ${departmentId})
    group by members.id
    order by count(distinct r.conversation_id)::float / count(distinct v.id) desc, chats desc, members.id
    limit ${MOST}`);
  return rows.map(({ id, ...row }) => ({ agentId: Number(id), ...row }));
}
