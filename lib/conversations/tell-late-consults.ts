import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";

type Row = { consult: string; reader: string; conversation: string; thread_id: string; title: string };

/** A question to a department whose time is over: everybody who was asked and whoever asked hears of it, once. Runs every minute. */
export async function tellLateConsults(): Promise<void> {
  const time = sql`${now().toISOString()}::timestamptz`;
  const { rows } = await db.execute<Row>(sql`
    select consults.id as consult, reader.id as reader, conversations.id as conversation, thread_id, threads.title
    from consults
    join conversations on conversations.id = consults.conversation_id and conversations.state not in ('closed', 'left', 'answered')
    join threads on threads.id = thread_id
    cross join lateral (
      select asked_by_id as id where asked_by_id is not null
      union select consults.member_id where consults.member_id is not null
      union select member_id from department_members where department_members.department_id = consults.department_id
    ) as reader
    where answered_at is null and due_at <= ${time} and due_at > ${time} - interval '1 day' and reader.id <> conversations.asker_id
      and not exists (select 1 from notifications where member_id = reader.id and dedupe_key = 'consult:' || consults.id)`);
  for (const row of rows) {
    await inTransaction((tx) =>
      notify(tx, {
        memberId: Number(row.reader),
        kind: "consult_late",
        path: `/staff/inbox?c=${row.conversation}`,
        values: { title: row.title },
        actorId: null,
        threadId: Number(row.thread_id),
        dedupeKey: `consult:${row.consult}`,
      }),
    );
  }
}
