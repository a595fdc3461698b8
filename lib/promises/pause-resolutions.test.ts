import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { categories, conversations, escalations } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { asks, at, minuteOf, repliesOf, resolutionsOf, serves, start, toldOf } from "@/db/testing/promises";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { reopenConversation } from "@/lib/conversations/reopen-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setClock } from "@/lib/platform/clock";
import { keepPromises } from "./keep-promises";
import { listLateReplies } from "./list-promises";

testDatabase();
afterEach(() => setClock(null));

test("a resolution stands still while the customer is waited for, breaks once, and is met by closing; reopened it begins anew", async () => {
  at(0);
  const place = await makeChatPlace();
  await serves(place, { resolutionMinutes: 100 });
  const manager = await makeMember({ role: "manager" });
  const { asker, agent, conversationId } = await makeChat(place);
  await keepPromises();
  expect((await resolutionsOf(conversationId)).map(({ dueAt, nextAt }) => [minuteOf(dueAt), minuteOf(nextAt)])).toEqual([[100, 50]]);
  at(60);
  await keepPromises();
  await say(agent, conversationId, "Which number does it show?");
  await keepPromises();
  expect(await resolutionsOf(conversationId)).toMatchObject([{ nextAt: null, breachedAt: null, level: 1 }]);
  at(360);
  await keepPromises();
  expect(await toldOf("resolution", agent.id, manager.id)).toEqual([["resolution_due"], []]);
  expect(await resolutionsOf(conversationId)).toMatchObject([{ breachedAt: null }]);
  await say(asker, conversationId, "E18.");
  await Promise.all([keepPromises(), keepPromises()]);
  const [gone] = await resolutionsOf(conversationId);
  expect([gone?.pausedAt, minuteOf(gone?.dueAt), ...(gone?.steps ?? []).map((step) => minuteOf(new Date(step)))]).toEqual([null, 400, 50, 380, 400, 420]);
  at(401);
  await keepPromises();
  expect(await toldOf("resolution", agent.id, manager.id)).toEqual([["resolution_due", "resolution_late"], ["resolution_late"]]);
  expect((await listLateReplies(agent)).items).toContainEqual(expect.objectContaining({ conversationId, metric: "resolution", breached: true }));
  at(405);
  await closeConversation(agent, conversationId, { disposition: "private", reason: "A visit is needed." });
  await keepPromises();
  const [ended] = await resolutionsOf(conversationId);
  expect([ended?.outcome, minuteOf(ended?.breachedAt), minuteOf(ended?.endedAt)]).toEqual(["met", 400, 405]);
  at(500);
  await reopenConversation(asker, conversationId);
  await keepPromises();
  expect((await resolutionsOf(conversationId)).map(({ outcome, dueAt }) => [outcome, minuteOf(dueAt)])).toEqual([["met", 400], [null, 600]]);
});

test("closed while it stood still, a resolution was kept; outside the hours it does not run", async () => {
  const office = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "17:00" })), exceptions: [] };
  at(0);
  const place = await makeChatPlace(office);
  const { agent, conversationId } = await makeChat(place);
  await keepPromises();
  // Wednesday noon in Berlin: eight open hours later it is Thursday noon.
  expect((await resolutionsOf(conversationId)).map(({ dueAt }) => dueAt.toISOString().slice(0, 16))).toEqual(["2026-05-21T10:00"]);
  at(2);
  await say(agent, conversationId, "Please try this and tell me.");
  await keepPromises();
  at(3 * 24 * 60);
  await closeConversation(agent, conversationId, { disposition: "private", reason: "Nothing heard." });
  await keepPromises();
  expect(await resolutionsOf(conversationId)).toMatchObject([{ outcome: "met", breachedAt: null }]);
});

test("the first policy that fits a question counts; a later change alters no promise given", async () => {
  at(0);
  const place = await makeChatPlace();
  await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const [topic] = await db.select({ id: categories.id }).from(categories).where(eq(categories.slug, place.category));
  const other = await asks(place);
  await serves(place, {
    policies: [
      { tag: "no-such-tag", firstReplyMinutes: 1 },
      { unanswered: true, firstReplyMinutes: 20, resolutionMinutes: 30 },
      { category: topic?.id, firstReplyMinutes: 40 },
    ],
  });
  const ladder = { threadId, askerId: asker.id, departmentId: place.departmentId, policy: [], startedAt: new Date(start), offeredAt: new Date(start) };
  await inTransaction((tx) => tx.insert(escalations).values(ladder));
  const offered = await escalateThread(asker, threadId, { choice: "chat" });
  const dues = async () => [
    ...(await repliesOf(offered.conversationId)),
    ...(await resolutionsOf(offered.conversationId)),
    ...(await repliesOf(other.conversationId)),
    ...(await resolutionsOf(other.conversationId)),
  ].map(({ dueAt }) => minuteOf(dueAt));
  await keepPromises();
  expect(await dues()).toEqual([20, 30, 40, 480]);
  await serves(place, {});
  const elsewhere = await makeChatPlace();
  await inTransaction((tx) => tx.update(conversations).set({ departmentId: elsewhere.departmentId }).where(eq(conversations.id, other.conversationId)));
  at(1);
  await keepPromises();
  expect(await dues()).toEqual([20, 30, 40, 480]);
  // Handed over, it is the new department that is told.
  expect(await resolutionsOf(other.conversationId)).toMatchObject([{ departmentId: elsewhere.departmentId }]);
});
