import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { escalations } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import { notify } from "@/lib/notifications/notify";
import type { NotificationKind } from "@/lib/notifications/notification-kind";
import { now } from "@/lib/platform/clock";
import { publishToTopic } from "@/lib/platform/events";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { availabilityOf } from "@/lib/queue/get-availability";
import type { FoundThread } from "@/lib/threads/find-thread";
import { findExperts } from "./find-experts";
import type { LadderAction } from "./ladder";

type Escalation = typeof escalations.$inferSelect;
type Action = (tx: Tx, thread: FoundThread, escalation: Escalation, level: number) => Promise<void>;

/** What each rung of the ladder does. */
export const stepActions: Record<LadderAction, Action> = {
  // Shown by the page itself, before and after posting.
  similar: async () => {},
  nudge_experts: async (tx, thread, escalation, level) => {
    await tx
      .update(escalations)
      .set({ state: "nudged" })
      .where(and(eq(escalations.id, escalation.id), eq(escalations.state, "unanswered")));
    await tell(tx, await findExperts(tx, thread), "expert_nudge", thread, escalation, level);
  },
  inbox: async (tx, thread, escalation, level) => {
    const ids = await readIds(tx, sql`
      select members.id from members where deactivated_at is null and (
        role = 'manager' or (role in ('agent', 'admin') and exists (select 1 from department_members
          where member_id = members.id and department_id = ${escalation.departmentId})))
      order by id limit 50`);
    await tell(tx, ids, "department_inbox", thread, escalation, level);
    await publishToTopic(tx, `department:${escalation.departmentId}`, { type: "queue.changed" });
  },
  offer_chat: async (tx, thread, escalation, level) => {
    const { state } = await availabilityOf(tx, await findDepartment(escalation.departmentId, tx));
    await tx
      .update(escalations)
      .set({ state: "offered_chat", offeredAt: now() })
      .where(eq(escalations.id, escalation.id));
    // A chat is only offered while somebody is really there; a callback or a message can be promised always.
    const kind = state === "closed" ? "help_offered" : "chat_offered";
    await tell(tx, [thread.authorId], kind, thread, escalation, level, `/t/${thread.id}/${thread.slug}#help`);
    await invalidatePages(tx, `thread:${thread.id}`, `member-session:${thread.authorId}`);
  },
  assign_owner: async (tx, thread, escalation, level) => {
    const [ownerId] = await readIds(tx, leastBusy(escalation.departmentId));
    if (ownerId === undefined) return;
    await tx.update(escalations).set({ ownerId }).where(eq(escalations.id, escalation.id));
    await tell(tx, [ownerId], "escalation_owner", thread, escalation, level);
  },
  alert_supervisor: async (tx, thread, escalation, level) => {
    const ids = await readIds(tx, sql`select id from members where role = 'manager' and deactivated_at is null limit 20`);
    await tell(tx, ids, "escalation_alert", thread, escalation, level);
  },
  alert_lead: async (tx, thread, escalation, level) => {
    const ids = await readIds(tx, sql`select id from members where role in ('manager', 'admin') and deactivated_at is null limit 20`);
    await tell(tx, ids, "escalation_alert", thread, escalation, level);
  },
};

/** Who is there comes first, then who has least to do. */
function leastBusy(departmentId: number) {
  return sql`
    select members.id from department_members
    join members on members.id = member_id
    left join agent_presence on agent_presence.member_id = members.id
    where department_id = ${departmentId} and role in ('agent', 'manager', 'admin') and deactivated_at is null
    order by coalesce(agent_presence.state = 'online' and lease_until > ${now().toISOString()}::timestamptz, false) desc,
      (select count(*) from escalations where owner_id = members.id and stopped_at is null), coalesce(load, 0), members.id
    limit 1`;
}

async function readIds(tx: Tx, query: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(query);
  return rows.map(({ id }) => Number(id));
}

async function tell(
  tx: Tx,
  memberIds: number[],
  kind: NotificationKind,
  thread: FoundThread,
  escalation: Escalation,
  level: number,
  path = `/t/${thread.id}/${thread.slug}`,
): Promise<void> {
  for (const memberId of [...memberIds].sort((a, b) => a - b)) {
    await notify(tx, {
      memberId,
      kind,
      path,
      values: { title: thread.title },
      actorId: null,
      threadId: thread.id,
      dedupeKey: `escalation:${escalation.id}:${level}`,
    });
  }
}
