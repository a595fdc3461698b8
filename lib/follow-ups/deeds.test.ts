import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, followUps, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { leaveQueue } from "@/lib/queue/leave-queue";
import { closeFollowUp } from "./close-follow-up";
import { giveFollowUp } from "./give-follow-up";
import { keepFollowUps } from "./keep-follow-ups";
import { countFollowUps, listFollowUps } from "./list-follow-ups";
import { mendFollowUp } from "./mend-follow-up";
import { offerCall } from "./offer-call";
import { openFollowUp } from "./open-follow-up";
import { recordRefusal } from "./record-refusal";
import { takeFollowUp } from "./take-follow-up";

testDatabase();

/** Somebody waited for a chat and went away. */
async function left() {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  await leaveQueue(asker, conversationId);
  const { departmentId } = place;
  await db.transaction((tx) =>
    openFollowUp(tx, { kind: "left", reason: "left", cause: `test:${conversationId}`, at: new Date(), departmentId, threadId, memberId: asker.id, conversationId }),
  );
  return { place, agent, asker, threadId, conversationId, id: await idOf(threadId) };
}

async function idOf(threadId: number): Promise<number> {
  const [row] = await db.select({ id: followUps.id }).from(followUps).where(eq(followUps.threadId, threadId));
  return row?.id ?? 0;
}

const read = async (id: number) => (await db.select().from(followUps).where(eq(followUps.id, id)))[0];

describe("answer now", () => {
  test("takes the conversation up again, or leads to the question; it stays open until the reply is there", async () => {
    const { id, agent, conversationId } = await left();
    expect(await takeFollowUp(agent, id)).toEqual({ path: `/staff/inbox?c=${conversationId}` });
    expect(await read(id)).toMatchObject({ ownerId: agent.id, endedAt: null });
    const [conversation] = await db.select().from(conversations).where(eq(conversations.id, conversationId));
    expect(conversation).toMatchObject({ state: "message", agentId: agent.id });
    expect(await auditOf("follow_up", id)).toEqual(["follow_up.taken"]);

    const place = await makeChatPlace();
    const colleague = await makeAgent(place, { online: false });
    const { asker, threadId } = await makeAsker(place);
    await recordRefusal(asker, threadId);
    expect(await takeFollowUp(colleague, await idOf(threadId))).toEqual({ path: `/t/${threadId}#answer` });
  });

  test("leads to the question where the conversation went to another department", async () => {
    const { id, agent, threadId, conversationId } = await left();
    const { departmentId } = await makeChatPlace();
    await db.update(conversations).set({ departmentId }).where(eq(conversations.id, conversationId));
    expect(await takeFollowUp(agent, id)).toEqual({ path: `/t/${threadId}#answer` });
    expect(await read(id)).toMatchObject({ ownerId: agent.id });
  });
});

test("a call is offered to the customer, once, and that is that", async () => {
  const { id, agent, asker, conversationId } = await left();
  await offerCall(agent, id);
  expect(await read(id)).toMatchObject({ outcome: "call_offered", endedById: agent.id });
  const told = await db.select().from(notifications).where(eq(notifications.memberId, asker.id));
  expect(told.filter(({ kind }) => kind === "call_offered")).toMatchObject([{ path: `/chat/${conversationId}` }]);
  expect(await auditOf("follow_up", id)).toEqual(["follow_up.call_offered"]);
  await expect(offerCall(agent, id)).rejects.toMatchObject({ code: "follow_up_over" });
});

test("is closed as seen, but not while somebody is stuck; that is put right first, by those who plan", async () => {
  const one = await left();
  await closeFollowUp(one.agent, one.id);
  expect(await read(one.id)).toMatchObject({ outcome: "seen", ownerId: one.agent.id });

  const chat = await makeChat(await makeChatPlace());
  await db.update(conversations).set({ agentId: null }).where(eq(conversations.id, chat.conversationId));
  await keepFollowUps();
  const id = await idOf(chat.threadId);
  await expect(closeFollowUp(chat.agent, id)).rejects.toMatchObject({ code: "still_stuck" });
  await expect(mendFollowUp(chat.agent, id)).rejects.toMatchObject({ code: "forbidden" });
  await mendFollowUp(await makeMember({ role: "manager" }), id);
  expect(await read(id)).toMatchObject({ outcome: "mended" });
});

test("is given to somebody of the department, who hears of it", async () => {
  const { id, place, agent } = await left();
  const next = await makeAgent(place, { online: false });
  await giveFollowUp(agent, { id, ownerId: next.id });
  expect(await read(id)).toMatchObject({ ownerId: next.id });
  expect(await db.select().from(notifications).where(eq(notifications.memberId, next.id))).toMatchObject([{ kind: "follow_up" }]);
  const stranger = await makeAgent(await makeChatPlace(), { online: false });
  await expect(giveFollowUp(agent, { id, ownerId: stranger.id })).rejects.toMatchObject({ fields: { ownerId: { key: "error.followUp.owner" } } });
  await expect(giveFollowUp(agent, { id, ownerId: "x" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("other departments, members and what is not there are refused by every deed", async () => {
  const { id } = await left();
  const stranger = await makeAgent(await makeChatPlace(), { online: false });
  const member = await makeMember();
  for (const deed of [takeFollowUp, offerCall, closeFollowUp]) {
    await expect(deed(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deed(member, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deed(stranger, "nonsense")).rejects.toMatchObject({ code: "invalid_input" });
  }
  await expect(listFollowUps(member)).rejects.toMatchObject({ code: "forbidden" });
  expect(await read(id)).toMatchObject({ endedAt: null });
});

describe("the list", () => {
  test("goes on by a cursor, is filtered, and holds only one's own departments", async () => {
    const made = [await left(), await left(), await left()];
    const [first] = made;
    const manager = await makeMember({ role: "manager" });
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listFollowUps(manager, { kind: "left", limit: 2, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect((await listFollowUps(first?.agent ?? manager)).items.map(({ id }) => id)).toEqual([first?.id]);
    expect((await listFollowUps(manager, { kind: "refused", mine: true })).items).toEqual([]);
    expect((await countFollowUps(first?.agent ?? manager)).kinds).toMatchObject({ left: 1, refused: 0 });
  });
});
