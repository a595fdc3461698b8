import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { bookings, conversations, members, threads } from "@/db/schema";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Person } from "@/lib/members/person";
import { now } from "@/lib/platform/clock";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";

const DAY_MS = 86_400_000;

/** `toDo`: only until this time tomorrow, one's own and those nobody has. */
type Asked = { cursor?: string; limit?: number; toDo?: boolean };

export type CallView = {
  conversationId: number;
  startsAt: Date;
  phone: string;
  thread: { id: number; title: string };
  asker: Person;
  agent: Person | null;
};

/** `more`: how many come after these. */
export type CallPage = { items: CallView[]; more: number; nextCursor: string | null };

/** Whom the departments of this member of staff are to call, the next first; what was handed over is called by who has it now. */
export async function listCalls(actor: Actor, { cursor, limit = 50, toDo = false }: Asked = {}): Promise<CallPage> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const agents = alias(members, "agents");
  const [starts, last] = decodeCursor(cursor, 2) ?? [];
  const after = starts === undefined ? undefined : sql`(${bookings.startsAt}, ${bookings.id}) > (${new Date(starts).toISOString()}::timestamptz, ${last})`;
  const tomorrow = new Date(now().getTime() + DAY_MS);
  const isToDo = and(lt(bookings.startsAt, tomorrow), or(isNull(conversations.agentId), eq(conversations.agentId, member.id)));
  const rows = await db
    .select({
      id: bookings.id,
      left: sql<number>`(count(*) over ())::int`,
      conversationId: bookings.conversationId,
      startsAt: bookings.startsAt,
      phone: bookings.phone,
      thread: { id: threads.id, title: threads.title },
      asker: personColumns(members),
      agent: personColumns(agents),
    })
    .from(bookings)
    .innerJoin(conversations, eq(conversations.id, bookings.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(members, eq(members.id, conversations.askerId))
    .leftJoin(agents, eq(agents.id, conversations.agentId))
    .where(and(eq(bookings.state, "booked"), ofOwnDepartments(member, conversations.departmentId), after, toDo ? isToDo : undefined))
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(limit);
  const more = (rows[0]?.left ?? 0) - rows.length;
  const end = rows.at(-1);
  const items = rows.map(({ id: _, left: __, ...row }) => ({ ...row, asker: personView(row.asker), agent: row.agent && personView(row.agent) }));
  return { items, more, nextCursor: more > 0 && end ? encodeCursor([end.startsAt.getTime(), end.id]) : null };
}
