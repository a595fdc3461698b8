import { and, asc, eq, like, ne } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { departments, notifications, promises } from "@/db/schema";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setClock } from "@/lib/platform/clock";
import { type ChatPlace, makeAsker } from "./chat";

/** A Wednesday, noon in Berlin. */
export const start = Date.parse("2026-05-20T10:00:00Z");

/** A moment after the minute: what was asked at 0 was asked some milliseconds later. */
export const at = (minutes: number) => setClock(new Date(start + minutes * 60_000 + (minutes > 0 ? 3_000 : 0)));

export const minuteOf = (instant: Date | null | undefined) => Math.round(((instant?.getTime() ?? NaN) - start) / 60_000);

export async function asks(place: ChatPlace, choice = "chat") {
  const { asker, threadId } = await makeAsker(place);
  return { asker, threadId, ...(await escalateThread(asker, threadId, { choice })) };
}

/** What the department promises from now on. */
export const serves = (place: ChatPlace, service: unknown) =>
  inTransaction((tx) => tx.update(departments).set({ service }).where(eq(departments.id, place.departmentId)));

export const repliesOf = (conversationId: number) =>
  db.select().from(promises).where(and(eq(promises.conversationId, conversationId), ne(promises.metric, "resolution"))).orderBy(asc(promises.id));

export const resolutionsOf = (conversationId: number) =>
  db.select().from(promises).where(and(eq(promises.conversationId, conversationId), eq(promises.metric, "resolution"))).orderBy(asc(promises.id));

/** Who was told what about late replies or resolutions, in order. */
export async function toldOf(what: "reply" | "resolution", ...memberIds: number[]): Promise<string[][]> {
  const rows = await db.select().from(notifications).where(like(notifications.kind, `${what}_%`)).orderBy(asc(notifications.id));
  return memberIds.map((id) => rows.filter(({ memberId }) => memberId === id).map(({ kind }) => kind));
}
