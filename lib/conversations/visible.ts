import { type SQL, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { type Actor, isManager, isStaff } from "@/lib/members/actor";

/**
 * Who may open a conversation: condition on conversations. Its asker, the agent who has it or is being
 * offered it, staff of its department, of one whose line
 * it stands in or that was asked beside it, as is who was asked by name, managers. For everybody else it does not exist.
 */
export function visibleConversations(actor: Actor): SQL {
  if (isManager(actor)) return sql`true`;
  if (actor.kind !== "member") return sql`false`;
  if (!isStaff(actor)) return sql`${conversations.askerId} = ${actor.id}`;
  return sql`(
    ${conversations.askerId} = ${actor.id} or ${conversations.agentId} = ${actor.id}
    or ${conversations.departmentId} = any(${sql.param(actor.departments)}::bigint[])
    or exists (
      select 1 from consults
      where consults.conversation_id = ${conversations.id}
        and (consults.department_id = any(${sql.param(actor.departments)}::bigint[]) or consults.member_id = ${actor.id})
    )
    or exists (
      select 1 from queue_entries
      where queue_entries.conversation_id = ${conversations.id} and queue_entries.state in ('waiting', 'offered')
        and queue_entries.department_id = any(${sql.param(actor.departments)}::bigint[])
    )
    or exists (
      select 1 from offers
      where offers.conversation_id = ${conversations.id} and offers.agent_id = ${actor.id} and offers.state = 'open'
    )
  )`;
}
