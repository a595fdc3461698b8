import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { bookings, conversations, members, threads } from "@/db/schema";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Person } from "@/lib/members/person";

export type CallView = {
  conversationId: number;
  startsAt: Date;
  phone: string;
  thread: { id: number; title: string };
  asker: Person;
  agent: Person | null;
};

/** Whom the departments of this member of staff have promised to call, the next first. */
export async function listCalls(actor: Actor): Promise<CallView[]> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const agents = alias(members, "agents");
  const rows = await db
    .select({
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
    .where(and(eq(bookings.state, "booked"), ofOwnDepartments(member, bookings.departmentId)))
    .orderBy(asc(bookings.startsAt), asc(bookings.line))
    .limit(100);
  return rows.map((row) => ({ ...row, asker: personView(row.asker), agent: row.agent && personView(row.agent) }));
}
