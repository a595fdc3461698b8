import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { conversations } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { asks, at, minuteOf, repliesOf, serves, start, toldOf } from "@/db/testing/promises";
import { bookCall } from "@/lib/bookings/book-call";
import { listCallSlots } from "@/lib/bookings/list-call-slots";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { setClock } from "@/lib/platform/clock";
import { leaveQueue } from "@/lib/queue/leave-queue";
import { acknowledgePromise } from "./acknowledge-promise";
import { keepPromises } from "./keep-promises";
import { listLateReplies } from "./list-promises";
import { readKept } from "./read-kept";

testDatabase();
afterEach(() => setClock(null));

/** Who was told what about late replies. */
const toldTo = (...memberIds: number[]) => toldOf("reply", ...memberIds);

test("owner, department, supervisor and lead hear once each at 5, 8, 10 and 12 minutes; the breach stays on record", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  const [manager, admin] = [await makeMember({ role: "manager" }), await makeMember({ role: "admin" })];
  const people = [agent.id, manager.id, admin.id];
  const { asker, conversationId } = await asks(place);
  const seen: string[][][] = [];
  for (const minute of [4.9, 5, 7.9, 8, 9.9, 10, 12, 60]) {
    at(minute);
    await Promise.all([keepPromises(), keepPromises()]);
    seen.push(await toldTo(...people));
  }
  expect(seen).toEqual([
    [[], [], []],
    [["reply_due"], [], []],
    [["reply_due"], [], []],
    [["reply_due", "reply_due"], [], []],
    [["reply_due", "reply_due"], [], []],
    [["reply_due", "reply_due"], ["reply_late"], []],
    [["reply_due", "reply_due"], ["reply_late", "reply_late"], ["reply_late"]],
    [["reply_due", "reply_due"], ["reply_late", "reply_late"], ["reply_late"]],
  ]);
  expect((await listLateReplies(agent)).items).toMatchObject([{ conversationId, metric: "first_reply", breached: true, asker: { id: asker.id } }]);
  await inTransaction((tx) => tx.update(conversations).set({ agentId: agent.id, state: "active", firstReplyAt: new Date(start + 61 * 60_000), lastAgentAt: new Date(start + 61 * 60_000) }).where(eq(conversations.id, conversationId)));
  at(62);
  await keepPromises();
  const [promise] = await repliesOf(conversationId);
  expect([promise?.outcome, minuteOf(promise?.breachedAt), minuteOf(promise?.endedAt)]).toEqual(["met", 10, 61]);
});

test("levels that come together, as after a time in which nobody looked, are told each person once", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  const [manager, admin] = [await makeMember({ role: "manager" }), await makeMember({ role: "admin" })];
  await asks(place);
  at(12);
  await keepPromises();
  expect(await toldTo(agent.id, manager.id, admin.id)).toEqual([["reply_late"], ["reply_late"], ["reply_late"]]);
});

test("who says that they see to it stops the way up; strangers can't", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  const manager = await makeMember({ role: "manager" });
  const { asker, conversationId } = await asks(place);
  at(5);
  await keepPromises();
  const [promise] = await repliesOf(conversationId);
  await expect(acknowledgePromise(await makeAgent(await makeChatPlace()), promise?.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(acknowledgePromise(asker, promise?.id)).rejects.toMatchObject({ code: "forbidden" });
  await acknowledgePromise(agent, promise?.id);
  await acknowledgePromise(manager, promise?.id);
  at(30);
  await keepPromises();
  expect(await toldTo(agent.id, manager.id)).toEqual([["reply_due"], []]);
  expect((await listLateReplies(agent)).items).toMatchObject([{ acknowledgedBy: { id: agent.id }, breached: true }]);
});

test("each question waits anew, a reply ends it, and a department may promise something else", async () => {
  at(0);
  const place = await makeChatPlace();
  await serves(place, { nextReplyMinutes: 10, aimedReplyMinutes: 1.5 });
  const { asker, agent, conversationId } = await makeChat(place);
  await keepPromises();
  at(1);
  await say(agent, conversationId, "Good morning!");
  await keepPromises();
  at(2);
  await say(asker, conversationId, "It hums.");
  await keepPromises();
  at(3);
  await say(asker, conversationId, "And it leaks.");
  await keepPromises();
  at(6.5);
  await keepPromises();
  expect(await toldTo(agent.id)).toEqual([["reply_due"]]);
  await say(agent, conversationId, "I see.");
  at(7);
  await keepPromises();
  expect((await repliesOf(conversationId)).map(({ metric, outcome, dueAt }) => [metric, outcome, minuteOf(dueAt)])).toEqual([
    ["first_reply", "met", 10],
    ["next_reply", "met", 12],
  ]);
  await say(asker, conversationId, "Thank you.");
  await keepPromises();
  await closeConversation(agent, conversationId, { disposition: "private", reason: "A visit is needed." });
  await keepPromises();
  expect((await repliesOf(conversationId)).at(-1)).toMatchObject({ metric: "next_reply", outcome: "met", breachedAt: null });
  expect(await readKept(agent, 7)).toContainEqual(expect.objectContaining({ departmentId: place.departmentId, promised: 1, kept: 1, aimed: 1, aimedSeconds: 90 }));
  await serves(place, {});
  expect(await readKept(agent, 7)).toContainEqual(expect.objectContaining({ departmentId: place.departmentId, kept: 1, aimed: 0 }));
});

test("a promise may be a matter of seconds", async () => {
  at(0);
  const place = await makeChatPlace();
  await makeAgent(place);
  await serves(place, { firstReplyMinutes: 0.5 });
  const { conversationId } = await asks(place);
  await keepPromises();
  const [promise] = await repliesOf(conversationId);
  expect((promise?.dueAt.getTime() ?? 0) - (promise?.startedAt.getTime() ?? 0)).toBe(30_000);
});

test("what can't be stored for one keeps nobody else from a promise", async () => {
  at(0);
  const place = await makeChatPlace();
  await makeAgent(place, { capacity: 1 });
  const damaged = await asks(place, "message");
  const { conversationId } = await asks(place);
  await db.execute(sql`alter table promises add constraint damaged check (metric <> 'message')`);
  await expect(keepPromises()).rejects.toMatchObject({ cause: { constraint: "damaged" } });
  expect([await repliesOf(damaged.conversationId), await repliesOf(conversationId)]).toMatchObject([[], [{ metric: "first_reply" }]]);
  await db.execute(sql`alter table promises drop constraint damaged`);
  await Promise.all([keepPromises(), keepPromises()]);
  expect(await repliesOf(damaged.conversationId)).toHaveLength(1);
});

test("a message is promised in business minutes, a call for its time; leaving counts as not kept", async () => {
  const office = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "12:30" })), exceptions: [] };
  at(0);
  const place = await makeChatPlace(office);
  const agent = await makeAgent(place, { capacity: 1 });
  const { conversationId } = await asks(place, "message");
  const caller = await asks(place, "callback");
  const left = await asks(place);
  await keepPromises();
  // Wednesday 12:00 in Berlin: half an hour today, the rest on Thursday from nine.
  const [message] = await repliesOf(conversationId);
  expect([message?.metric, message?.dueAt.toISOString().slice(0, 16)]).toEqual(["message", "2026-05-21T07:30"]);
  at(1);
  await leaveQueue(left.asker, left.conversationId);
  const { items } = await listCallSlots(caller.asker, caller.conversationId);
  const startsAt = items[0]?.startsAt ?? new Date(0);
  await bookCall(caller.asker, caller.conversationId, { startsAt, phone: "089 123 456" });
  await keepPromises();
  await keepPromises();
  const calls = await repliesOf(caller.conversationId);
  expect(calls.map(({ metric, outcome }) => [metric, outcome])).toEqual([["message", "changed"], ["callback", null]]);
  expect(calls[1]).toMatchObject({ startedAt: startsAt, nextAt: startsAt });
  const kept = await readKept(agent, 7);
  expect(kept.find(({ departmentId }) => departmentId === place.departmentId)).toMatchObject({ promised: 1, kept: 0 });
});

test("the list goes on by a cursor and says how many come after", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  for (let asker = 0; asker < 3; asker++) await asks(place);
  await keepPromises();
  at(6);
  await keepPromises();
  const first = await listLateReplies(agent, { limit: 2 });
  expect([first.items.length, first.more]).toEqual([2, 1]);
  const rest = await listLateReplies(agent, { cursor: first.nextCursor ?? "", limit: 2 });
  expect([rest.items.length, rest.more, rest.nextCursor]).toEqual([1, 0, null]);
  expect(first.items.map(({ id }) => id)).not.toContain(rest.items[0]?.id);
});
