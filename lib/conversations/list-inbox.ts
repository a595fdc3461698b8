import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations } from "@/db/schema";
import { listCalls } from "@/lib/bookings/list-calls";
import { type Actor, isManager, isStaff, type Role } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { getPresence } from "@/lib/presence/get-presence";
import type { InboxThread, InboxView } from "./conversation-view";
import { listConsults } from "./list-consults";
import { inboxRows } from "./inbox-rows";
import { personView } from "./person-columns";

/** What is to be done by this member of staff. */
export async function listInbox(actor: Actor): Promise<InboxView> {
  const agent = requireMember(actor);
  assertCan(isStaff(agent));
  const here = isManager(agent)
    ? sql`true`
    : sql`${conversations.departmentId} = any(${sql.param(agent.departments)}::bigint[])`;
  const mine = sql`${conversations.agentId} = ${agent.id}`;
  const [active, unassigned, awaitingConsent, calls, consults, threads, presence] = await Promise.all([
    inboxRows(agent.id, sql`${mine} and ${conversations.state} in ('active', 'wrap_up', 'callback', 'message')`),
    inboxRows(agent.id, sql`${conversations.agentId} is null and ${here} and ${conversations.state} in ('callback', 'message')`),
    inboxRows(agent.id, sql`${mine} and ${conversations.state} = 'closed' and exists (
      select 1 from publications where conversation_id = ${conversations.id} and publications.state = 'awaiting_consent')`),
    listCalls(agent, { toDo: true, limit: 200 }),
    listConsults(agent),
    readThreads(agent.id, isManager(agent) ? null : agent.departments),
    getPresence(agent),
  ]);
  return { active, unassigned, awaitingConsent, calls: calls.items, consults, threads, load: presence.load, capacity: presence.capacity };
}

type ThreadRow = {
  id: string;
  slug: string;
  title: string;
  created_at: string;
  chat_at: string | null;
  me_too_count: number;
  owner_id: string | null;
  name: string;
  display_name: string;
  avatar_file_id: string | null;
  role: Role;
};

/** Questions whose ladder has reached the department, as long as nobody has answered. */
async function readThreads(ownId: number, departmentIds: number[] | null): Promise<InboxThread[]> {
  const here = departmentIds === null ? sql`true` : sql`escalations.department_id = any(${sql.param(departmentIds)}::bigint[])`;
  const { rows } = await db.execute<ThreadRow>(sql`
    select threads.id, threads.slug, threads.title, threads.created_at, threads.me_too_count, owner_id,
      (select due_at from escalation_steps where escalation_id = escalations.id and action = 'offer_chat' and done_at is null) as chat_at,
      members.name, members.display_name, members.avatar_file_id, members.role
    from escalations
    join threads on threads.id = escalations.thread_id
    left join members on members.id = owner_id
    where escalations.stopped_at is null and ${here}
      and threads.status = 'published' and threads.state in ('unanswered', 'rejected')
      and exists (select 1 from escalation_steps where escalation_id = escalations.id
        and action in ('inbox', 'assign_owner') and outcome = 'run')
    order by owner_id = ${ownId} desc nulls last, threads.created_at limit 100`);
  return rows.map((row) => ({
    threadId: Number(row.id),
    url: `/t/${row.id}/${row.slug}`,
    title: row.title,
    askedAt: new Date(row.created_at),
    chatAt: row.chat_at === null ? null : new Date(row.chat_at),
    meTooCount: row.me_too_count,
    owner:
      row.owner_id === null
        ? null
        : personView({
            id: Number(row.owner_id),
            name: row.name,
            displayName: row.display_name,
            avatarFileId: row.avatar_file_id,
            role: row.role,
          }),
    mine: Number(row.owner_id) === ownId,
  }));
}
