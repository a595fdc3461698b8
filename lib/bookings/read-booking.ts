import { and, eq, gte, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { bookings } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import type { BookingView } from "./booking-view";

type Reader = Pick<Tx, "select">;

/** The one call that is booked for a conversation, if any; whoever asks has found the conversation before. */
export async function readBooking(conversationId: number, tx: Reader = db): Promise<BookingView | null> {
  const [row] = await tx
    .select({ startsAt: bookings.startsAt, phone: bookings.phone })
    .from(bookings)
    .where(and(eq(bookings.conversationId, conversationId), eq(bookings.state, "booked")));
  return row ?? null;
}

/** How many calls are booked at each time to come. */
export async function readTaken(departmentId: number, tx: Reader = db): Promise<Map<number, number>> {
  const rows = await tx
    .select({ startsAt: bookings.startsAt, count: sql<number>`count(*)::int` })
    .from(bookings)
    .where(and(eq(bookings.departmentId, departmentId), eq(bookings.state, "booked"), gte(bookings.startsAt, now())))
    .groupBy(bookings.startsAt);
  return new Map(rows.map(({ startsAt, count }) => [startsAt.getTime(), count]));
}
