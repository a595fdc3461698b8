import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { conversations, offers } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, openOffers, type ChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setPresence } from "@/lib/presence/set-presence";
import { setClock } from "@/lib/platform/clock";
import { acceptOffer } from "./accept-offer";
import { changeChoice } from "./change-choice";
import { declineOffer, extendOffer } from "./decline-offer";
import { getAvailability } from "./get-availability";
import { leaveQueue } from "./leave-queue";
import { listOffers } from "./list-offers";
import { listQueue } from "./list-queue";
import { missOffers } from "./miss-offers";
import { offerNext } from "./offer-next";
import { expireWaiting } from "./expire-waiting";
import { takeConversation } from "./take-conversation";

testDatabase();
afterEach(() => setClock(null));

/** KUNDIG_RACES=1000 runs the long version. */
const RACES = Number(process.env.KUNDIG_RACES ?? 200);

async function ask(place: ChatPlace) {
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  return { asker, threadId, conversationId };
}

async function stateOf(conversationId: number) {
  const [row] = await db.select().from(conversations).where(eq(conversations.id, conversationId));
  return row;
}

/** Every seat that is taken has a conversation or an open offer, and the other way round. */
async function expectTrueLoads(): Promise<void> {
  const { rows } = await db.execute(sql`
    select member_id, load, capacity,
      (select count(*) from conversations where agent_id = member_id and state = 'active')
      + (select count(*) from offers where agent_id = member_id and state = 'open') as real
    from agent_presence`);
  for (const row of rows) expect(Number(row.load), JSON.stringify(row)).toBe(Number(row.real));
}

describe("an offer", () => {
  test("goes to one agent, who accepts it and is its only owner", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place);
    const { asker, conversationId } = await ask(place);
    expect(await offerNext(place.departmentId)).toBe(1);
    expect(await offerNext(place.departmentId)).toBe(0);
    const [offer] = await listOffers(agent);
    expect(offer).toMatchObject({ conversationId, asker: { id: asker.id } });
    await acceptOffer(agent, offer?.id);
    expect(await acceptOffer(agent, offer?.id)).toEqual({ conversationId });
    expect(await stateOf(conversationId)).toMatchObject({ state: "active", agentId: agent.id, fence: 1 });
    expect(await auditOf("conversation", conversationId)).toEqual(["conversation.opened", "conversation.accepted"]);
    const { rows } = await db.execute(sql`select event->>'type' as type from member_events where member_id = ${asker.id} order by seq`);
    expect(rows.map(({ type }) => type)).toEqual(expect.arrayContaining(["conversation.accepted", "message.posted"]));
    await expectTrueLoads();
  });

  test("is nobody else's to take", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place);
    await ask(place);
    await offerNext(place.departmentId);
    const [offer] = await openOffers(agent);
    for (const other of [await makeAgent(place, { online: false }), await makeMember()]) {
      await expect(acceptOffer(other, offer?.id)).rejects.toMatchObject({ code: "not_found" });
      await expect(declineOffer(other, offer?.id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test(`${RACES} races of two agents for one conversation have one owner each`, async () => {
    const place = await makeChatPlace();
    const [first, second] = [await makeAgent(place, { capacity: 1000 }), await makeAgent(place, { capacity: 1000 })];
    const { asker, threadId } = await makeAsker(place);
    for (let race = 0; race < RACES; race++) {
      for (const agent of [first, second]) await setPresence(agent, { state: "online" });
      const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
      await offerNext(place.departmentId);
      const [offer] = await db.select().from(offers).where(eq(offers.conversationId, conversationId));
      const holder = offer?.agentId === first.id ? first : second;
      const rival = holder === first ? second : first;
      // One has the offer in two tabs, the other grabs it from the list; every second time a tab passes it on.
      const otherTab = race % 2 ? declineOffer : acceptOffer;
      await Promise.allSettled([acceptOffer(holder, offer?.id), takeConversation(rival, conversationId), otherTab(holder, offer?.id)]);
      const row = await stateOf(conversationId);
      if (row?.state === "queued") await leaveQueue(asker, conversationId);
      else {
        expect(row).toMatchObject({ state: "active", fence: 1 });
        const owner = row?.agentId === first.id ? first : second;
        await closeConversation(owner, conversationId, { disposition: "private", reason: "A race." });
      }
    }
    await expectTrueLoads();
  }, 60_000 + RACES * 500);

  test("declined goes to the next, and comes back in a new round after a pause", async () => {
    const place = await makeChatPlace();
    const agents = [await makeAgent(place), await makeAgent(place)];
    const { conversationId } = await ask(place);
    const asked: number[] = [];
    for (let i = 0; i < 2; i++) {
      await offerNext(place.departmentId);
      for (const agent of agents) {
        for (const { id } of await openOffers(agent)) {
          asked.push(agent.id);
          await declineOffer(agent, id);
        }
      }
    }
    expect(new Set(asked)).toEqual(new Set(agents.map(({ id }) => id)));
    expect(await offerNext(place.departmentId)).toBe(0);
    expect(await stateOf(conversationId)).toMatchObject({ state: "queued" });
    expect(await offerNext(place.departmentId)).toBe(0);
    setClock(new Date(Date.now() + 16_000));
    expect(await offerNext(place.departmentId)).toBe(1);
    await expectTrueLoads();
  });

  test("missed twice in a row makes an agent not responding; the chat waits on", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place);
    await ask(place);
    const { conversationId } = await ask(place);
    await offerNext(place.departmentId);
    expect(await openOffers(agent)).toHaveLength(2);
    setClock(new Date(Date.now() + 31_000));
    expect(await missOffers()).toBeGreaterThanOrEqual(2);
    const { rows } = await db.execute(sql`select state, load from agent_presence where member_id = ${agent.id}`);
    expect(rows[0]).toEqual({ state: "not_responding", load: 0 });
    expect(await stateOf(conversationId)).toMatchObject({ state: "queued" });
  });

  test("is not taken too late, and can be kept open once for reading", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place);
    await ask(place);
    await offerNext(place.departmentId);
    const [offer] = await openOffers(agent);
    const { expiresAt } = await extendOffer(agent, offer?.id);
    expect((await extendOffer(agent, offer?.id)).expiresAt).toEqual(expiresAt);
    setClock(new Date(Date.now() + 61_000));
    await expect(acceptOffer(agent, offer?.id)).rejects.toMatchObject({ code: "offer_gone" });
  });
});

describe("the line", () => {
  test("tells place, wait and state honestly", async () => {
    const place = await makeChatPlace();
    const { departmentId } = place;
    const { asker } = await makeAsker(place);
    expect(await getAvailability(asker, { departmentId })).toMatchObject({ state: "closed", choices: ["callback", "message"] });
    const agent = await makeAgent(place, { capacity: 1 });
    expect(await getAvailability(asker, { departmentId })).toMatchObject({ state: "open" });
    await ask(place);
    await offerNext(departmentId);
    const busy = await getAvailability(asker, { departmentId });
    expect(busy).toMatchObject({ state: "busy", position: 1, choices: ["chat", "callback", "message"] });
    expect(busy.waitSeconds?.p80).toBeGreaterThan(busy.waitSeconds?.p50 ?? Infinity);
    const { items } = await listQueue(agent);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ position: 1, state: "offered", offeredTo: { id: agent.id } });
    await expect(listQueue(asker)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("can be left, and changed to a callback and back", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place);
    const { asker, conversationId } = await ask(place);
    await offerNext(place.departmentId);
    expect(await changeChoice(asker, conversationId, { choice: "callback" })).toEqual({ state: "callback" });
    expect(await openOffers(agent)).toEqual([]);
    expect(await changeChoice(asker, conversationId, { choice: "chat" })).toEqual({ state: "queued" });
    expect(await leaveQueue(asker, conversationId)).toEqual({ state: "left" });
    expect(await leaveQueue(asker, conversationId)).toEqual({ state: "left" });
    await expect(changeChoice(asker, conversationId, { choice: "chat" })).rejects.toMatchObject({ code: "not_waiting" });
    await expect(leaveQueue(await makeMember(), conversationId)).rejects.toMatchObject({ code: "not_found" });
    await expectTrueLoads();
  });

  test("nobody waits longer than promised: it becomes a message, never an end", async () => {
    const place = await makeChatPlace();
    await makeAgent(place);
    const { asker, conversationId } = await ask(place);
    setClock(new Date(Date.now() + 15 * 60_000 + 1_000));
    await expireWaiting();
    expect(await stateOf(conversationId)).toMatchObject({ state: "message", choice: "message" });
    const { rows } = await db.execute(sql`select event from member_events where member_id = ${asker.id} and event->>'forced' = 'true'`);
    expect(rows).toHaveLength(1);
  });

  test("by hand, a chat may pass the capacity but not the hard limit", async () => {
    const place = await makeChatPlace();
    const agent = await makeAgent(place, { capacity: 1 });
    for (let i = 0; i < 3; i++) {
      const { conversationId } = await ask(place);
      await takeConversation(agent, conversationId);
      await takeConversation(agent, conversationId);
    }
    const { rows } = await db.execute(sql`select load from agent_presence where member_id = ${agent.id}`);
    expect(rows[0]?.load).toBe(3);
    await inTransaction((tx) => tx.execute(sql`update agent_presence set load = 10 where member_id = ${agent.id}`));
    const { conversationId } = await ask(place);
    await expect(takeConversation(agent, conversationId)).rejects.toMatchObject({ code: "no_seat" });
    await inTransaction((tx) => tx.execute(sql`update agent_presence set load = 3 where member_id = ${agent.id}`));
    await expect(takeConversation(await makeAgent(place, { online: false }), conversationId)).rejects.toMatchObject({ code: "not_online" });
    await expectTrueLoads();
  });

  test("a running chat is not taken over by a click", async () => {
    const place = await makeChatPlace();
    const { conversationId } = await makeChat(place);
    await expect(takeConversation(await makeAgent(place), conversationId)).rejects.toMatchObject({ code: "not_waiting" });
    await expect(takeConversation(await makeAgent(await makeChatPlace()), conversationId)).rejects.toMatchObject({ code: "not_found" });
  });
});
