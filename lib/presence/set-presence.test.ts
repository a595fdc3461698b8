import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agentPresence, conversations, queueEntries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, openOffers, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listMessages } from "@/lib/conversations/list-messages";
import { markRead } from "@/lib/conversations/mark-read";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { acceptOffer } from "@/lib/queue/accept-offer";
import { offerNext } from "@/lib/queue/offer-next";
import { expireLeases } from "./expire-leases";
import { getPresence } from "./get-presence";
import { setPresence } from "./set-presence";

testDatabase();
afterEach(() => setClock(null));

const later = (seconds: number) => setClock(new Date(Date.now() + seconds * 1_000));

async function saidBySystem(actor: Parameters<typeof listMessages>[0], conversationId: number): Promise<string[]> {
  const { items } = await listMessages(actor, conversationId);
  return items.filter(({ kind }) => kind === "system").map(({ body }) => body);
}

describe("setPresence", () => {
  test("lasts 44 seconds and is renewed by repeating", async () => {
    const agent = await makeAgent(await makeChatPlace());
    expect(await getPresence(agent)).toMatchObject({ state: "online", load: 0, capacity: 3 });
    later(43);
    await setPresence(agent, { state: "online" });
    later(45);
    expect((await getPresence(agent)).state).toBe("online");
    later(90);
    expect((await getPresence(agent)).state).toBe("disconnected");
    expect(await auditOf("member", agent.id)).toEqual(["presence.declared"]);
    expect((await jobsNamed("queue.offer")).length).toBeGreaterThan(0);
  });

  test("a beat keeps alive and brings back who was lost, but not who has signed off; a page that opens does", async () => {
    const agent = await makeAgent(await makeChatPlace());
    const sign = async (sign: "beat" | "arrival") => (await setPresence(agent, { state: "online", sign })).state;
    later(60);
    await expireLeases();
    expect(await sign("beat")).toBe("online");
    await setPresence(agent, { state: "offline" });
    expect(await sign("beat")).toBe("offline");
    expect((await getPresence(agent)).state).toBe("offline");
    expect(await sign("arrival")).toBe("online");
  });

  test("is for staff, and only for known states", async () => {
    const agent = await makeAgent(await makeChatPlace());
    await expect(setPresence(await makeMember(), { state: "online" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setPresence(visitor, { state: "online" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setPresence(agent, { state: "not_responding" })).rejects.toMatchObject({ fields: { state: { key: "error.chat.presence" } } });
  });
});

describe("an agent whose browser died", () => {
  test("the asker hears of it, then waits again at the head of the line with the packet and one owner at most", async () => {
    const place = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const { message: { seq } } = await say(asker, conversationId, "It hums.");
    await markRead(agent, conversationId, { seq });
    const other = await makeAsker(place);
    await escalateThread(other.asker, other.threadId, { choice: "chat" });
    later(45);
    await expireLeases();
    await expireLeases();
    expect(await saidBySystem(asker, conversationId)).toEqual(["accepted", "agentReconnecting"]);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agentPresence: "reconnecting" });

    later(60);
    await Promise.all([expireLeases(), expireLeases(), expireLeases()]);
    const view = await getConversation(asker, conversationId);
    expect(view).toMatchObject({ state: "queued", agent: null, queue: { position: 1, waitSeconds: null }, fence: 2, read: { agent: seq } });
    expect(view?.packet.summary).toBeTruthy();
    expect(await saidBySystem(asker, conversationId)).toEqual(["accepted", "agentReconnecting", "requeued"]);
    const entries = await db.select().from(queueEntries).where(eq(queueEntries.conversationId, conversationId));
    expect(entries.filter(({ state }) => state === "waiting")).toHaveLength(1);
    const [presence] = await db.select().from(agentPresence).where(eq(agentPresence.memberId, agent.id));
    expect(presence).toMatchObject({ state: "offline", load: 0 });

    const rescuer = await makeAgent(place, { capacity: 1 });
    await offerNext(place.departmentId);
    const [offer] = await openOffers(rescuer);
    expect(offer?.conversationId).toBe(conversationId);
    await acceptOffer(rescuer, offer?.id);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agent: { id: rescuer.id }, fence: 3 });
  });

  test("who comes back in time keeps the chat", async () => {
    const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
    later(46);
    await expireLeases();
    later(55);
    await setPresence(agent, { state: "online" });
    later(61);
    await expireLeases();
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agent: { id: agent.id }, agentPresence: "here" });
    expect(await saidBySystem(asker, conversationId)).toEqual(["accepted", "agentReconnecting", "agentBack"]);
  });

  test("who signs off is not told of as a lost connection; nor is a break", async () => {
    const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
    await setPresence(agent, { state: "break" });
    await setPresence(agent, { state: "break" });
    await expireLeases();
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agentPresence: "break" });
    await setPresence(agent, { state: "online" });
    await setPresence(agent, { state: "offline" });
    await expireLeases();
    await Promise.all([1, 2, 3].map(() => setPresence(agent, { state: "online" })));
    expect(await saidBySystem(asker, conversationId), "a reload is no news").toEqual(["accepted", "agentOnBreak", "agentBack"]);
    await setPresence(agent, { state: "offline" });
    later(5);
    await expireLeases();
    await expireLeases();
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agentPresence: "left" });
    expect(await saidBySystem(asker, conversationId)).toEqual(["accepted", "agentOnBreak", "agentBack", "agentLeft"]);
    await Promise.all([1, 2, 3].map(() => setPresence(agent, { state: "online" })));
    expect((await saidBySystem(asker, conversationId)).slice(4), "once, however many tabs report").toEqual(["agentBack"]);
    await setPresence(agent, { state: "offline" });
    later(10);
    await expireLeases();
    later(26);
    await expireLeases();
    expect((await saidBySystem(asker, conversationId)).slice(5)).toEqual(["agentLeft", "passedOn"]);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "queued", queue: { position: 1 } });
  });

  test("open offers go on at once", async () => {
    const place = await makeChatPlace();
    const dead = await makeAgent(place, { capacity: 1 });
    const { asker, threadId } = await makeAsker(place);
    const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
    await offerNext(place.departmentId);
    expect(await openOffers(dead)).toHaveLength(1);
    await setPresence(dead, { state: "offline" });
    const alive = await makeAgent(place);
    await expireLeases();
    await offerNext(place.departmentId);
    expect(await openOffers(dead)).toEqual([]);
    expect(await openOffers(alive)).toMatchObject([{ conversationId }]);
    const [row] = await db.select().from(conversations).where(eq(conversations.id, conversationId));
    expect(row?.state).toBe("offered");
    const { rows } = await db.execute(sql`select load from agent_presence where member_id = ${dead.id}`);
    expect(rows[0]?.load).toBe(0);
  });
});
