import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { conversations, members, promises, threads } from "@/db/schema";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Person } from "@/lib/members/person";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import type { Metric } from "./promise-steps";

type Asked = { cursor?: string; limit?: number };

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

/** `more`: how many come after these. */
export type LatePage = { items: LateView[]; more: number; nextCursor: string | null };

/** Replies and resolutions that are late or soon will be, in the departments of this member of staff, the most urgent first. */
export async function listLateReplies(actor: Actor, { cursor, limit = 50 }: Asked = {}): Promise<LatePage> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const agents = alias(members, "agents");
  const helpers = alias(members, "helpers");
  const [due, last] = decodeCursor(cursor, 2) ?? [];
  const after = due === undefined ? undefined : sql`(${promises.dueAt}, ${promises.id}) > (${new Date(due).toISOString()}::timestamptz, ${last})`;
  const rows = await db
    .select({
      left: sql<number>`(count(*) over ())::int`,
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
    .where(and(isNull(promises.endedAt), isNull(promises.pausedAt), gt(promises.level, 0), ofOwnDepartments(member, promises.departmentId), after))
    .orderBy(asc(promises.dueAt), asc(promises.id))
    .limit(limit);
  const more = (rows[0]?.left ?? 0) - rows.length;
  const end = rows.at(-1)?.promise;
  const nextCursor = more > 0 && end ? encodeCursor([end.dueAt.getTime(), end.id]) : null;
  const items = rows.map(({ promise, thread, asker, agent, acknowledgedBy }) => ({
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
  return { items, more, nextCursor };
}
