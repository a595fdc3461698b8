import { afterEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { bookings, departments, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type ChatPlace, makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { getAvailability } from "@/lib/queue/get-availability";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import type { Member } from "@/lib/members/actor";
import { listMessages } from "@/lib/conversations/list-messages";
import { setClock } from "@/lib/platform/clock";
import { leaveQueue } from "@/lib/queue/leave-queue";
import { planShifts } from "@/lib/shifts/plan-shifts";
import { bookCall } from "./book-call";
import { cancelCall } from "./cancel-call";
import { endStaleBookings } from "./end-stale-bookings";
import { listCallSlots } from "./list-call-slots";
import { listCalls } from "./list-calls";
import { remindOfCalls } from "./remind-of-calls";

testDatabase();
afterEach(() => setClock(null));

/** A Friday, two hours before the office closes; Monday is Whit Monday. */
const friday = new Date("2026-05-22T15:00:00+02:00");
const office = {
  zone: "Europe/Berlin",
  weekly: [0, 1, 2, 3, 4].flatMap((day) => [
    { day, from: "09:00", to: "12:00" },
    { day, from: "13:15", to: "17:00" },
  ]),
  holidays: { land: "BY" },
  exceptions: [{ from: "2026-05-27", to: "2026-05-27", closed: true }],
};
const phone = "+49 89 123 456";

async function wantsCall(place: ChatPlace): Promise<{ asker: Member; conversationId: number }> {
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "callback" });
  return { asker, conversationId };
}

async function times(asker: Member, conversationId: number): Promise<string[]> {
  const { items } = await listCallSlots(asker, conversationId);
  return items.map(({ startsAt }) => startsAt.toISOString());
}

async function lastSaid(asker: Member, conversationId: number): Promise<string | undefined> {
  return (await listMessages(asker, conversationId)).items.at(-1)?.body;
}

test("times lie wholly inside the hours: no lunch, no weekend, no holiday, no closed day", async () => {
  setClock(friday);
  const { asker, conversationId } = await wantsCall(await makeChatPlace(office));
  const offered = await times(asker, conversationId);
  expect(offered.slice(0, 3)).toEqual(["2026-05-22T13:30:00.000Z", "2026-05-22T14:00:00.000Z", "2026-05-22T14:30:00.000Z"]);
  expect(offered[3]).toBe("2026-05-26T07:00:00.000Z");
  expect(offered.filter((at) => at.startsWith("2026-05-27"))).toEqual([]);
  // 13:15 is no half hour: the first call after lunch is at 13:30.
  const afterLunch = ["11:30", "12:00", "12:30", "13:00", "13:30", "14:00", "14:30"];
  expect(offered.filter((at) => at.startsWith("2026-05-26T1"))).toEqual(afterLunch.map((time) => `2026-05-26T${time}:00.000Z`));
});

test("where shifts are planned, somebody who calls is planned to be there", async () => {
  setClock(friday);
  const place = await makeChatPlace(office);
  const agent = await makeAgent(place, { online: false });
  await planShifts(await makeMember({ role: "manager" }), { ...place, memberId: agent.id, plan: { weekly: [{ day: 1, from: "10:15", to: "12:00" }], exceptions: [] } });
  const { asker, conversationId } = await wantsCall(place);
  expect((await times(asker, conversationId)).slice(0, 3)).toEqual(["08:30", "09:00", "09:30"].map((time) => `2026-05-26T${time}:00.000Z`));
  await expect(bookCall(asker, conversationId, { startsAt: "2026-05-22T13:30:00.000Z", phone })).rejects.toMatchObject({ code: "slot_gone" });
});

test("fifty who want the same time at once: one has it, the others are told and keep what they had", async () => {
  setClock(friday);
  const place = await makeChatPlace(office);
  const wishes = await Promise.all(Array.from({ length: 50 }, () => wantsCall(place)));
  const [first] = wishes;
  const [wanted = "", second = ""] = first ? await times(first.asker, first.conversationId) : [];
  const book = (startsAt: string) => Promise.allSettled(wishes.map(({ asker, conversationId }) => bookCall(asker, conversationId, { startsAt, phone })));
  const outcomes = await book(wanted);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "slot_gone" });
  await book(second);
  const rows = await db.select().from(bookings).where(eq(bookings.departmentId, place.departmentId));
  const open = rows.filter(({ state }) => state === "booked");
  expect(new Set(open.map(({ startsAt }) => startsAt.getTime())).size).toBe(open.length);
  // Who had the first time may have moved to the second; nobody has two.
  expect(new Set(open.map(({ conversationId }) => conversationId)).size).toBe(open.length);
  await inTransaction((tx) => tx.update(departments).set({ service: { callLines: 3 } }).where(eq(departments.id, place.departmentId)));
  await book(wanted);
  const three = await db.select().from(bookings).where(eq(bookings.departmentId, place.departmentId));
  expect(three.filter(({ state, startsAt }) => state === "booked" && startsAt.toISOString() === wanted)).toHaveLength(3);
}, 60_000);

test("is moved, cancelled and freed when the asker no longer waits; staff see it, both sides are reminded once", async () => {
  setClock(friday);
  const place = await makeChatPlace(office);
  const agent = await makeAgent(place);
  const { asker, conversationId } = await wantsCall(place);
  const [first = "", second = "", third = ""] = await times(asker, conversationId);
  await bookCall(asker, conversationId, { startsAt: first, phone });
  await bookCall(asker, conversationId, { startsAt: second, phone });
  expect(await times(asker, conversationId)).toEqual(expect.arrayContaining([first, third]));
  expect(await times(asker, conversationId)).not.toContain(second);
  expect((await listCalls(agent)).items).toMatchObject([{ conversationId, phone, asker: { id: asker.id } }]);
  expect((await listCalls(await makeAgent(await makeChatPlace()))).items).toEqual([]);
  await expect(listCalls(asker)).rejects.toMatchObject({ code: "forbidden" });

  setClock(new Date(Date.parse(second) - 10 * 60_000));
  await remindOfCalls();
  await remindOfCalls();
  const kinds = async (memberId: number) => (await db.select().from(notifications).where(eq(notifications.memberId, memberId))).map(({ kind }) => kind);
  expect(await kinds(agent.id)).toEqual(["call_due"]);
  expect(await kinds(asker.id)).toEqual(["call_soon"]);
  await cancelCall(asker, conversationId);
  expect(await lastSaid(asker, conversationId)).toBe("callCancelled");
  expect((await listCallSlots(asker, conversationId)).booking).toBeNull();
  await bookCall(asker, conversationId, { startsAt: third, phone });
  await leaveQueue(asker, conversationId);
  expect(await lastSaid(asker, conversationId)).toBe("withdrawn");
  await endStaleBookings();
  expect((await listCalls(agent)).items).toEqual([]);
  expect(await auditOf("conversation", conversationId)).toContain("conversation.call_booked");
});

test("who waits in the line changes to a call; strangers, odd times and odd numbers are refused", async () => {
  setClock(friday);
  const place = await makeChatPlace(office);
  await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  const [first = ""] = await times(asker, conversationId);
  const book = (actor: Member, startsAt: string, number = phone) => bookCall(actor, conversationId, { startsAt, phone: number });
  await expect(book(await makeMember(), first)).rejects.toMatchObject({ code: "not_found" });
  await expect(book(asker, "2026-05-25T09:00:00.000Z")).rejects.toMatchObject({ code: "slot_gone" });
  await expect(book(asker, "2026-05-22T13:30:01.000Z")).rejects.toMatchObject({ code: "slot_gone" });
  await expect(book(asker, "soon")).rejects.toMatchObject({ fields: { startsAt: { key: "error.call.time" } } });
  for (const number of ["call me", "12345", ""]) {
    await expect(book(asker, first, number)).rejects.toMatchObject({ fields: { phone: { key: "error.call.phone" } } });
  }
  expect((await getAvailability(asker, { departmentId: place.departmentId })).state).toBe("open");
  await book(asker, first);
  expect((await listCallSlots(asker, conversationId)).booking?.phone).toBe(phone);
});
