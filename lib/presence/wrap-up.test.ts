import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { agentPresence, departments } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type ChatPlace, makeAsker, makeChat, makeChatPlace, openOffers } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setClock } from "@/lib/platform/clock";
import { getAvailability } from "@/lib/queue/get-availability";
import { runQueue } from "@/lib/queue/run-queue";
import { getPresence } from "./get-presence";
import { setPresence } from "./set-presence";
import { extendWrapUp } from "./wrap-up";

testDatabase();
afterEach(() => setClock(null));

const start = Date.now();
const at = (seconds: number) => setClock(new Date(start + seconds * 1_000));
const near = (seconds: number) => expect.toSatisfy((time: Date) => Math.abs(time.getTime() - start - seconds * 1_000) < 3_000) as Date;
const done = { disposition: "private", reason: "All is said." };

async function closed(place: ChatPlace) {
  at(0);
  const chat = await makeChat(place);
  await closeConversation(chat.agent, chat.conversationId, done);
  const { asker, threadId } = await makeAsker(place);
  return { ...chat, next: asker, nextThread: threadId };
}

test("after a chat no offers come for half a minute, then by themselves", async () => {
  const place = await makeChatPlace();
  const { agent, next, nextThread } = await closed(place);
  expect(await getPresence(agent)).toMatchObject({ state: "wrap_up", wrapUp: { until: near(30), canExtend: true } });
  // Somebody is there, only not at once.
  expect(await getAvailability(next, { departmentId: place.departmentId })).toMatchObject({ state: "busy" });
  await escalateThread(next, nextThread, { choice: "chat" });
  at(29);
  // What a tab believes is a sign of life, not a word about the state.
  expect((await setPresence(agent, { state: "online", sign: "beat" })).state).toBe("wrap_up");
  await runQueue();
  expect(await openOffers(agent)).toEqual([]);
  at(31);
  await runQueue();
  expect(await getPresence(agent)).toMatchObject({ state: "online", since: near(0), wrapUp: null });
  await runQueue();
  expect(await openOffers(agent)).toHaveLength(1);
});

test("is put off once and ended early", async () => {
  const { agent } = await closed(await makeChatPlace());
  at(20);
  const longer = { until: near(60), canExtend: false };
  expect((await extendWrapUp(agent)).wrapUp).toEqual(longer);
  expect((await extendWrapUp(agent)).wrapUp).toEqual(longer);
  expect(await setPresence(agent, { state: "online" })).toMatchObject({ state: "online", wrapUp: null });
  await expect(extendWrapUp(agent)).rejects.toMatchObject({ code: "no_wrap_up" });
  await expect(extendWrapUp(await makeMember())).rejects.toMatchObject({ code: "forbidden" });
});

test("is as long as the department says, and only for who was taking chats", async () => {
  const place = await makeChatPlace();
  const without = await makeChat(place);
  await inTransaction((tx) => tx.update(departments).set({ service: { wrapUpSeconds: 0 } }).where(eq(departments.id, place.departmentId)));
  await closeConversation(without.agent, without.conversationId, done);
  expect((await getPresence(without.agent)).state).toBe("online");
  await inTransaction((tx) => tx.update(departments).set({ service: { wrapUpSeconds: 120 } }).where(eq(departments.id, place.departmentId)));
  const draining = await makeChat(await makeChatPlace());
  await setPresence(draining.agent, { state: "draining" });
  await closeConversation(draining.agent, draining.conversationId, done);
  expect((await getPresence(draining.agent)).state).toBe("draining");
  // Whose chat somebody else closes goes on as they were.
  const other = await makeChat(await makeChatPlace());
  await closeConversation(await makeMember({ role: "manager" }), other.conversationId, done);
  expect((await getPresence(other.agent)).state).toBe("online");
  const [row] = await db.select().from(agentPresence).where(eq(agentPresence.memberId, draining.agent.id));
  expect(row?.wrapUpUntil).toBeNull();
});
