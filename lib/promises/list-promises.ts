import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { conversations, members, promises, threads } from "@/db/schema";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Person } from "@/lib/members/person";
import type { Metric } from "./promise-steps";

export type LateView = {
  id: number;
  conversationId: number;
  departmentId: number;
  metric: Metric;
  startedAt: Date;
  dueAt: Date;
  breached: boolean;
  thread: { id: number; title: string };
  asker: Person;
  agent: Person | null;
  /** Who has said that they see to it. */
  acknowledgedBy: Person | null;
};

/** Replies that are late or soon will be, in the departments of this member of staff, the most urgent first. */
export async function listLateReplies(actor: Actor): Promise<LateView[]> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const agents = alias(members, "agents");
  const helpers = alias(members, "helpers");
  const rows = await db
    .select({
      promise: promises,
      thread: { id: threads.id, title: threads.title },
      asker: personColumns(members),
      agent: personColumns(agents),
      acknowledgedBy: personColumns(helpers),
    })
    .from(promises)
    .innerJoin(conversations, eq(conversations.id, promises.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(members, eq(members.id, conversations.askerId))
    .leftJoin(agents, eq(agents.id, conversations.agentId))
    .leftJoin(helpers, eq(helpers.id, promises.acknowledgedById))
    .where(and(isNull(promises.endedAt), gt(promises.level, 0), ofOwnDepartments(member, promises.departmentId)))
    .orderBy(asc(promises.dueAt), asc(promises.id))
    .limit(50);
  return rows.map(({ promise, thread, asker, agent, acknowledgedBy }) => ({
    id: promise.id,
    conversationId: promise.conversationId,
    departmentId: promise.departmentId,
    metric: promise.metric as Metric,
    startedAt: promise.startedAt,
    dueAt: promise.dueAt,
    breached: promise.breachedAt !== null,
    thread,
    asker: personView(asker),
    agent: agent && personView(agent),
    acknowledgedBy: acknowledgedBy && personView(acknowledgedBy),
  }));
}
