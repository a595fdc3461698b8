import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { personView } from "@/lib/conversations/person-columns";
import { loadDepartments } from "@/lib/departments/load-departments";
import { type Actor, isManager, isStaff, type Member, type Role } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { listPlanned } from "@/lib/shifts/list-planned";
import { listAvailabilities } from "./get-availability";
import { queueOrder } from "./queue-order";
import type { QueueEntryView, QueueView } from "./queue-view";
import { readSeats } from "./read-seats";

type PersonJson = { id: number; name: string; displayName: string; avatarFileId: string | null; role: Role };
type Row = {
  id: string;
  conversation_id: string;
  department_id: string;
  state: "waiting" | "offered";
  priority: number;
  round: number;
  thread_id: string;
  slug: string;
  title: string;
  me_too_count: number;
  summary: string;
  enqueued_at: string;
  deadline_at: string;
  asker: PersonJson;
  offered_to: PersonJson | null;
  handed_over_by: string | null;
};

/** Who waits in the departments of this member of staff (all for managers), in the order of service. */
export async function listQueue(actor: Actor): Promise<QueueView> {
  const agent = requireMember(actor);
  assertCan(isStaff(agent));
  const mine = (id: number) => isManager(agent) || agent.departments.includes(id);
  const [rows, departments, seats, availabilities, planned] = await Promise.all([
    readRows(agent),
    loadDepartments(),
    readSeats(db),
    listAvailabilities(db),
    loadDepartments().then(listPlanned),
  ]);
  const positions = new Map<string, number>();
  return {
    items: rows.map((row) => {
      const position = (positions.get(row.department_id) ?? 0) + 1;
      positions.set(row.department_id, position);
      return entryView(row, position);
    }),
    departments: departments
      .filter(({ id }) => mine(id))
      .map(({ id, slug, name }) => ({
        id,
        slug,
        name,
        availability: availabilities.find(({ departmentId }) => departmentId === id) ?? { departmentId: id, state: "closed", choices: [] },
        waiting: positions.get(String(id)) ?? 0,
        seats: seats.get(id)?.seats ?? 0,
        freeSeats: seats.get(id)?.freeSeats ?? 0,
        planned: planned.get(id) ?? null,
      })),
  };
}

async function readRows(agent: Member): Promise<Row[]> {
  const here = isManager(agent) ? sql`true` : sql`queue_entries.department_id = any(${sql.param(agent.departments)}::bigint[])`;
  const { rows } = await db.execute<Row>(sql`
    select queue_entries.id, queue_entries.conversation_id, queue_entries.department_id, queue_entries.state,
      queue_entries.priority, queue_entries.round, queue_entries.enqueued_at, queue_entries.deadline_at,
      threads.id as thread_id, threads.slug, threads.title, threads.me_too_count, conversations.packet->>'summary' as summary,
      json_build_object('id', asker.id, 'name', asker.name, 'displayName', asker.display_name,
        'avatarFileId', asker.avatar_file_id, 'role', asker.role) as asker,
      case when agent.id is null then null else json_build_object('id', agent.id, 'name', agent.name,
        'displayName', agent.display_name, 'avatarFileId', agent.avatar_file_id, 'role', agent.role) end as offered_to,
      (select display_name from transfers join members on members.id = from_id
        where transfers.conversation_id = conversations.id and transfers.state = 'open') as handed_over_by
    from queue_entries
    join conversations on conversations.id = queue_entries.conversation_id
    join threads on threads.id = conversations.thread_id
    join members as asker on asker.id = conversations.asker_id
    left join offers on offers.conversation_id = conversations.id and offers.state = 'open'
    left join members as agent on agent.id = offers.agent_id
    where queue_entries.state in ('waiting', 'offered') and ${here}
    order by queue_entries.state = 'offered' desc, ${queueOrder()}
    limit 500`);
  return rows;
}

function entryView(row: Row, position: number): QueueEntryView {
  return {
    id: Number(row.id),
    conversationId: Number(row.conversation_id),
    departmentId: Number(row.department_id),
    state: row.state,
    position,
    priority: row.priority,
    round: row.round,
    thread: { id: Number(row.thread_id), slug: row.slug, title: row.title },
    asker: personView(row.asker),
    meTooCount: row.me_too_count,
    summary: row.summary,
    enqueuedAt: new Date(row.enqueued_at),
    deadlineAt: new Date(row.deadline_at),
    offeredTo: row.offered_to && personView(row.offered_to),
    handedOverBy: row.handed_over_by,
  };
}
