import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { bookings, conversations, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type ChatPlace, makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listInbox } from "@/lib/conversations/list-inbox";
import { listMessages } from "@/lib/conversations/list-messages";
import { transferConversation } from "@/lib/conversations/transfer-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import type { Member } from "@/lib/members/actor";
import { bookCall } from "./book-call";
import { listCallSlots } from "./list-call-slots";
import { recordCall } from "./record-call";
import { remindOfCalls } from "./remind-of-calls";

testDatabase();
const phone = "+49 89 123 456";

async function booked(place: ChatPlace) {
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "callback" });
  const { items } = await listCallSlots(asker, conversationId);
  const [first, second] = items.map(({ startsAt }) => startsAt);
  await bookCall(asker, conversationId, { startsAt: first, phone });
  return { asker, conversationId, first, second };
}

const callsOf = async (member: Member) => (await listInbox(member)).calls.map(({ conversationId }) => conversationId);
const told = async ({ id }: Member) => (await db.select().from(notifications).where(eq(notifications.memberId, id))).map(({ kind }) => kind);
const stateOf = async (id: number) => (await db.select().from(bookings).where(eq(bookings.conversationId, id))).map(({ state }) => state);

test("a call that was made is done, and the case belongs to whoever made it", async () => {
  const place = await makeChatPlace();
  const [agent, colleague] = [await makeAgent(place), await makeAgent(place)];
  const { asker, conversationId } = await booked(place);
  for (const each of [agent, colleague]) expect(await callsOf(each)).toEqual([conversationId]);
  expect(await getConversation(agent, conversationId)).toMatchObject({ call: { phone }, can: { call: true } });
  expect(await getConversation(asker, conversationId)).toMatchObject({ call: { phone }, can: { call: false } });
  await recordCall(agent, conversationId, { outcome: "made" });
  expect(await stateOf(conversationId)).toEqual(["done"]);
  expect(await getConversation(agent, conversationId)).toMatchObject({ call: null, agent: { id: agent.id }, can: { close: true } });
  expect(await callsOf(colleague)).toEqual([]);
  expect(await told(asker)).toEqual([]);
  await expect(recordCall(agent, conversationId, { outcome: "made" })).rejects.toMatchObject({ code: "no_call" });
  await expect(recordCall(colleague, conversationId, { outcome: "missed" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await auditOf("conversation", conversationId)).toContain("conversation.call_made");
});

test("to be called until this time tomorrow: one's own, and whom nobody has", async () => {
  const place = await makeChatPlace();
  const [agent, colleague] = [await makeAgent(place), await makeAgent(place)];
  const [{ conversationId: taken }, { conversationId: later }] = [await booked(place), await booked(place)];
  await db.update(conversations).set({ agentId: agent.id }).where(eq(conversations.id, taken));
  await db.update(bookings).set({ startsAt: new Date(Date.now() + 25 * 3_600_000) }).where(eq(bookings.conversationId, later));
  expect(await callsOf(agent)).toEqual([taken]);
  expect(await callsOf(colleague)).toEqual([]);
});

test("who was not reached is told, and either side books another time", async () => {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, conversationId, first, second } = await booked(place);
  await recordCall(agent, conversationId, { outcome: "missed" });
  expect(await told(asker)).toEqual(["call_missed"]);
  const { items } = await listMessages(asker, conversationId);
  expect(items.at(-1)?.body).toBe("callMissed");
  await bookCall(agent, conversationId, { startsAt: second, phone });
  expect(await told(asker)).toEqual(["call_missed", "call_moved"]);
  expect(await callsOf(agent)).toEqual([conversationId]);
  await bookCall(asker, conversationId, { startsAt: first, phone });
  expect(await told(asker)).toEqual(["call_missed", "call_moved"]);
  expect((await getConversation(agent, conversationId))?.call?.startsAt).toEqual(first);
});

test("nobody else says how it went", async () => {
  const place = await makeChatPlace();
  const { asker, conversationId, second } = await booked(place);
  await expect(recordCall(asker, conversationId, { outcome: "made" })).rejects.toMatchObject({ code: "forbidden" });
  for (const stranger of [await makeMember(), await makeAgent(await makeChatPlace())]) {
    await expect(recordCall(stranger, conversationId, { outcome: "made" })).rejects.toMatchObject({ code: "not_found" });
    await expect(bookCall(stranger, conversationId, { startsAt: second, phone })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(recordCall(await makeAgent(place), conversationId, { outcome: "perhaps" })).rejects.toMatchObject({ fields: { outcome: expect.anything() } });
});

test("a call that was handed to another department is theirs to make", async () => {
  const [place, other] = [await makeChatPlace(), await makeChatPlace()];
  const [agent, colleague] = [await makeAgent(place), await makeAgent(other)];
  const { conversationId } = await booked(place);
  await transferConversation(agent, conversationId, { departmentId: other.departmentId, note: "They know about spare parts." });
  await db.update(bookings).set({ startsAt: new Date(Date.now() + 10 * 60_000) }).where(eq(bookings.conversationId, conversationId));
  await remindOfCalls();
  expect([await callsOf(agent), await callsOf(colleague)]).toEqual([[], [conversationId]]);
  expect([await told(agent), await told(colleague)]).toEqual([[], ["call_due"]]);
});
