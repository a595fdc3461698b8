import { and, eq, gt, lte } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { bookings, conversations, threads } from "@/db/schema";
import { listStaffIds } from "@/lib/departments/list-staff-ids";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";

const BEFORE_MS = 15 * 60_000;

/** A quarter of an hour before, both sides are told, once: whoever has the case, or else the whole department. Runs every minute. */
export async function remindOfCalls(): Promise<void> {
  const due = await db
    .select({ booking: bookings, title: threads.title, threadId: threads.id, askerId: conversations.askerId, agentId: conversations.agentId, departmentId: conversations.departmentId })
    .from(bookings)
    .innerJoin(conversations, eq(conversations.id, bookings.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .where(and(eq(bookings.state, "booked"), gt(bookings.startsAt, now()), lte(bookings.startsAt, new Date(now().getTime() + BEFORE_MS))));
  for (const { booking, title, threadId, askerId, agentId, departmentId } of due) {
    await inTransaction(async (tx) => {
      const staff = agentId === null ? await listStaffIds(tx, departmentId) : [agentId];
      const notice = { values: { title }, actorId: null, threadId, dedupeKey: `call:${booking.id}` };
      await notify(tx, { ...notice, memberId: askerId, kind: "call_soon", path: `/chat/${booking.conversationId}` });
      for (const memberId of staff) {
        if (memberId !== askerId) await notify(tx, { ...notice, memberId, kind: "call_due", path: `/staff/inbox?c=${booking.conversationId}` });
      }
    });
  }
}
