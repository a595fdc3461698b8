import { asc, eq, like } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, followUps, members, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeAnswer, makeMember } from "@/db/testing/factories";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { rateConversation } from "@/lib/conversations/rate-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { keepPromises } from "@/lib/promises/keep-promises";
import { expireWaiting } from "@/lib/queue/expire-waiting";
import { leaveQueue } from "@/lib/queue/leave-queue";
import { forgetFollowUps } from "./forget-follow-ups";
import { keepFollowUps } from "./keep-follow-ups";
import { recordRefusal } from "./record-refusal";

testDatabase();
afterEach(() => setClock(null));

const start = Date.parse("2026-05-20T10:00:00Z");
const at = (minutes: number) => setClock(new Date(start + minutes * 60_000));
const all = () => db.select().from(followUps).orderBy(asc(followUps.id));
const ofThread = (threadId: number) => db.select().from(followUps).where(eq(followUps.threadId, threadId)).orderBy(asc(followUps.id));
/** Twice, as two workers would. */
const keep = async () => {
  await Promise.all([keepFollowUps(), keepFollowUps()]);
};
const closed = { zone: "Europe/Berlin", weekly: [{ day: 0, from: "09:00", to: "10:00" }], exceptions: [] };

async function waits() {
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  return { place, agent, asker, threadId, conversationId };
}

describe("a refused request", () => {
  test("is recorded with its reason, once a day, and says what they chose instead", async () => {
    at(0);
    const nobody = await makeChatPlace();
    const shut = await makeChatPlace(closed);
    const [one, two] = [await makeAsker(nobody), await makeAsker(shut)];
    expect(await recordRefusal(one.asker, one.threadId)).toBe("nobody");
    await expect(escalateThread(one.asker, one.threadId, { choice: "chat" })).rejects.toMatchObject({ code: "chat_unavailable" });
    await expect(escalateThread(two.asker, two.threadId, { choice: "chat" })).rejects.toMatchObject({ code: "chat_unavailable" });
    expect(await ofThread(one.threadId)).toMatchObject([{ kind: "refused", reason: "nobody", memberId: one.asker.id, departmentId: nobody.departmentId, endedAt: null }]);
    expect(await ofThread(two.threadId)).toMatchObject([{ kind: "refused", reason: "closed" }]);

    await escalateThread(one.asker, one.threadId, { choice: "callback" });
    await keep();
    expect(await ofThread(one.threadId)).toMatchObject([{ outcome: "chose", choice: "callback", ownerId: null }]);
    expect(await ofThread(two.threadId)).toMatchObject([{ outcome: null, ownerId: null }]);
  });

  test("of a full line, and none where a chat is possible", async () => {
    at(0);
    const { place, conversationId } = await waits();
    await db.update(conversations).set({ state: "queued" }).where(eq(conversations.id, conversationId));
    const { asker, threadId } = await makeAsker(place);
    expect(await recordRefusal(asker, threadId)).toBe(null);
    for (let more = 0; more < 2; more++) {
      const next = await makeAsker(place);
      await escalateThread(next.asker, next.threadId, { choice: "chat" });
    }
    expect(await recordRefusal(asker, threadId)).toBe("full");
    await expect(recordRefusal(visitor, threadId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordRefusal(await makeMember({ role: "agent" }), threadId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordRefusal(asker, 999_999)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is given to somebody only when ten minutes have passed without another choice", async () => {
    at(0);
    const place = await makeChatPlace();
    const agent = await makeAgent(place, { online: false });
    const { asker, threadId } = await makeAsker(place);
    await recordRefusal(asker, threadId);
    at(9);
    await keep();
    expect(await ofThread(threadId)).toMatchObject([{ ownerId: null }]);
    at(11);
    await keep();
    const [given] = await ofThread(threadId);
    expect([given?.ownerId, Math.round(((given?.dueAt.getTime() ?? 0) - start) / 60_000)]).toEqual([agent.id, 480]);
  });
});

describe("each trigger makes exactly one follow-up", () => {
  test("a broken promise, then the end of the wait, then leaving: one, and it says the last", async () => {
    at(0);
    const { asker, threadId, conversationId } = await waits();
    await keepPromises();
    at(11);
    await keepPromises();
    await keep();
    expect(await ofThread(threadId)).toMatchObject([{ kind: "missed", reason: "first_reply", conversationId }]);
    at(16);
    await expireWaiting();
    await keep();
    expect(await ofThread(threadId)).toMatchObject([{ kind: "missed", reason: "waited" }]);
    await leaveQueue(asker, conversationId);
    await keep();
    const [only, ...others] = await ofThread(threadId);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: "left", reason: "left" });
    expect(only?.causes).toHaveLength(3);
  });

  test("whoever goes at a glance has not waited, who waited a minute has", async () => {
    at(0);
    const [glance, minute] = [await waits(), await waits()];
    await leaveQueue(glance.asker, glance.conversationId);
    at(1);
    await leaveQueue(minute.asker, minute.conversationId);
    await keep();
    expect(await ofThread(glance.threadId)).toEqual([]);
    expect(await ofThread(minute.threadId)).toMatchObject([{ kind: "left" }]);
  });

  test("a bad rating goes to somebody else than who is rated; a good one to nobody", async () => {
    at(0);
    const place = await makeChatPlace();
    const bad = await makeChat(place);
    await closeConversation(bad.agent, bad.conversationId, { disposition: "private", reason: "other" });
    const other = await makeAgent(place, { online: false });
    await rateConversation(bad.asker, bad.conversationId, { fast: 1, clear: 3, fair: 2 });
    await keep();
    expect(await ofThread(bad.threadId)).toMatchObject([{ kind: "rated", ownerId: other.id }]);
    await rateConversation(bad.asker, bad.conversationId, { fast: 1, clear: 1, fair: 1 });
    await keep();
    expect(await ofThread(bad.threadId)).toHaveLength(1);

    const good = await makeChat(await makeChatPlace());
    await closeConversation(good.agent, good.conversationId, { disposition: "private", reason: "other" });
    await rateConversation(good.asker, good.conversationId, { fast: 5, clear: 3, fair: 4 });
    await keep();
    expect(await ofThread(good.threadId)).toEqual([]);
  });

  test("what is stuck is the owner's, who hears of it", async () => {
    at(0);
    const chat = await makeChat(await makeChatPlace());
    await db.update(conversations).set({ agentId: null }).where(eq(conversations.id, chat.conversationId));
    await keep();
    await keep();
    expect(await ofThread(chat.threadId)).toMatchObject([{ kind: "stuck", reason: "nobodys", ownerId: chat.agent.id }]);
    const told = await db.select().from(notifications).where(like(notifications.kind, "follow_up%"));
    expect(told.filter(({ memberId }) => memberId === chat.agent.id)).toHaveLength(1);
  });
});

describe("what was made good ends by itself", () => {
  test("by a reply in private, by an answer of the company, and by the solution; not by the community's try", async () => {
    at(0);
    const [replied, answered, tried] = [await waits(), await waits(), await waits()];
    for (const each of [replied, answered, tried]) {
      at(1);
      await leaveQueue(each.asker, each.conversationId);
    }
    await keep();
    at(2);
    await db.update(conversations).set({ lastAgentAt: new Date(start + 120_000) }).where(eq(conversations.id, replied.conversationId));
    await makeAnswer(answered.agent, answered.threadId);
    await makeAnswer(await makeMember(), tried.threadId);
    await keep();
    expect(await ofThread(replied.threadId)).toMatchObject([{ outcome: "replied" }]);
    expect(await ofThread(answered.threadId)).toMatchObject([{ outcome: "replied" }]);
    expect(await ofThread(tried.threadId)).toMatchObject([{ outcome: null }]);
  });

  test("a running chat that is late again opens a new one, a reply ends it", async () => {
    at(0);
    const { asker, threadId, conversationId } = await waits();
    at(1);
    await leaveQueue(asker, conversationId);
    await keep();
    await db.update(followUps).set({ endedAt: new Date(start + 60_000), outcome: "seen" }).where(eq(followUps.threadId, threadId));
    await keep();
    expect(await ofThread(threadId)).toHaveLength(1);
    const again = await makeChat(await makeChatPlace());
    await say(again.asker, again.conversationId, "Hello?");
    await keep();
    expect(await ofThread(again.threadId)).toEqual([]);
  });
});

test("is due within a business day, and the owner is told once when it is overdue; whoever is gone is replaced", async () => {
  at(0);
  const { place, agent, asker, threadId, conversationId } = await waits();
  at(1);
  await leaveQueue(asker, conversationId);
  await keep();
  const told = async (memberId: number) =>
    (await db.select().from(notifications).where(eq(notifications.memberId, memberId)).orderBy(asc(notifications.id))).map(({ kind }) => kind).filter((kind) => kind.startsWith("follow_up"));
  expect(await told(agent.id)).toEqual(["follow_up"]);
  at(490);
  await keep();
  await keep();
  expect(await told(agent.id)).toEqual(["follow_up", "follow_up_due"]);
  const next = await makeAgent(place, { online: false });
  await db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, agent.id));
  await keep();
  expect(await ofThread(threadId)).toMatchObject([{ ownerId: next.id }]);
});

test("who it was is forgotten after ninety days, that it was after two years; open ones are kept", async () => {
  at(0);
  const [over, open] = [await waits(), await waits()];
  at(1);
  await leaveQueue(over.asker, over.conversationId);
  await leaveQueue(open.asker, open.conversationId);
  await keep();
  await db.update(followUps).set({ endedAt: new Date(start), outcome: "seen" }).where(eq(followUps.threadId, over.threadId));
  const before = await all();
  at(91 * 24 * 60);
  await forgetFollowUps();
  const ids = [before.find(({ threadId }) => threadId === over.threadId)?.id, before.find(({ threadId }) => threadId === open.threadId)?.id];
  const [forgotten, kept] = ids.map((id) => id ?? 0);
  expect((await all()).find(({ id }) => id === forgotten)).toMatchObject({ memberId: null, threadId: null, conversationId: null, causes: [], kind: "left" });
  expect((await all()).find(({ id }) => id === kept)).toMatchObject({ memberId: open.asker.id });
  at(731 * 24 * 60);
  await forgetFollowUps();
  expect((await all()).map(({ id }) => id)).not.toContain(forgotten);
});
