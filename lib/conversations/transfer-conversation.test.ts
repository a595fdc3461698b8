import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { agentSkills, queueEntries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, openOffers, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import type { Member } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { expireLeases } from "@/lib/presence/expire-leases";
import { setPresence } from "@/lib/presence/set-presence";
import { acceptOffer } from "@/lib/queue/accept-offer";
import { declineOffer } from "@/lib/queue/decline-offer";
import { expireWaiting } from "@/lib/queue/expire-waiting";
import { listOffers } from "@/lib/queue/list-offers";
import { listQueue } from "@/lib/queue/list-queue";
import { missOffers } from "@/lib/queue/miss-offers";
import { offerNext } from "@/lib/queue/offer-next";
import { closeConversation } from "./close-conversation";
import { getConversation } from "./get-conversation";
import { listMessages } from "./list-messages";
import { transferConversation } from "./transfer-conversation";
import { withdrawTransfer } from "./withdraw-transfer";

testDatabase();
afterEach(() => setClock(null));

const note = "Needs the pump series checked.";
const loads = async (...agents: Member[]) => {
  const { rows } = await db.execute<{ id: string; load: number }>(sql`select member_id as id, load from agent_presence`);
  return agents.map(({ id }) => rows.find((row) => Number(row.id) === id)?.load);
};
const heard = async (asker: Member, id: number) => (await listMessages(asker, id)).items.map(({ body }) => body);
async function offerTo(agent: Member, departmentId: number): Promise<number> {
  await offerNext(departmentId);
  const [offer] = await openOffers(agent);
  if (!offer) throw new Error("nothing was offered");
  return offer.id;
}

describe("transferConversation", () => {
  test("the old agent stays until a colleague accepts, who then has note, packet and seat", async () => {
    const place = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const colleague = await makeAgent(place);
    const before = await heard(asker, conversationId);
    await transferConversation(agent, conversationId, { note, agentId: colleague.id });
    const offer = await offerTo(colleague, place.departmentId);
    expect(await listOffers(colleague)).toMatchObject([{ handover: { by: agent.displayName, note } }]);
    expect((await listQueue(colleague)).items).toMatchObject([{ conversationId, handedOverBy: agent.displayName }]);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agent: { id: agent.id }, queue: null });
    expect((await say(agent, conversationId, "One moment, please.")).created).toBe(true);
    expect(await heard(asker, conversationId)).toEqual([...before, "One moment, please."]);
    expect(await loads(agent, colleague)).toEqual([1, 1]);
    expect(JSON.stringify(await listMessages(colleague, conversationId))).toContain(note);

    await acceptOffer(colleague, offer);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agent: { id: colleague.id }, fence: 2 });
    expect((await heard(asker, conversationId)).slice(-2)).toEqual(["One moment, please.", "transferred"]);
    expect(JSON.stringify(await heard(asker, conversationId))).not.toContain(note);
    await expect(say(agent, conversationId, "Still me")).rejects.toMatchObject({ code: "forbidden" });
    expect(await loads(agent, colleague)).toEqual([0, 1]);
    expect(await auditOf("conversation", conversationId)).toContain("conversation.transferred");
  });

  test("to a department it waits there with its first place, offered to all but the one who has it", async () => {
    const place = await makeChatPlace();
    const elsewhere = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const taker = await makeAgent(elsewhere);
    const [first] = await db.select().from(queueEntries).where(eq(queueEntries.conversationId, conversationId));
    await transferConversation(agent, conversationId, { note, departmentId: elsewhere.departmentId });
    const offer = await offerTo(taker, elsewhere.departmentId);
    const entries = await db.select().from(queueEntries).where(eq(queueEntries.conversationId, conversationId));
    expect(entries.at(-1)?.enqueuedAt).toEqual(first?.enqueuedAt);
    await acceptOffer(taker, offer);
    expect(await getConversation(asker, conversationId)).toMatchObject({ department: { id: elsewhere.departmentId }, agent: { id: taker.id } });
    expect(await getConversation(agent, conversationId)).toBeNull();
  });

  test("to a skill: only who has it is asked, and it goes with the chat", async () => {
    const place = await makeChatPlace();
    const { agent, conversationId } = await makeChat(place);
    const [plain, knows] = [await makeAgent(place), await makeAgent(place)];
    await inTransaction((tx) => tx.insert(agentSkills).values({ memberId: knows.id, skill: "pumps" }));
    await transferConversation(agent, conversationId, { note, skill: "pumps" });
    const offer = await offerTo(knows, place.departmentId);
    expect(await openOffers(plain)).toEqual([]);
    await acceptOffer(knows, offer);
    const { rows } = await db.execute(sql`select skills from conversations where id = ${conversationId}`);
    expect(rows).toEqual([{ skills: ["pumps"] }]);
  });

  test("a full colleague gets it with the next free seat; until then it is where it was", async () => {
    const place = await makeChatPlace();
    const { agent, conversationId } = await makeChat(place);
    const colleague = await makeAgent(place, { capacity: 1, online: false });
    await setPresence(agent, { state: "break" });
    await setPresence(colleague, { state: "online" });
    const { asker: other, threadId } = await makeAsker(place);
    const { conversationId: otherId } = await escalateThread(other, threadId, { choice: "chat" });
    await acceptOffer(colleague, await offerTo(colleague, place.departmentId));
    await transferConversation(agent, conversationId, { note, agentId: colleague.id });
    await offerNext(place.departmentId);
    expect(await openOffers(colleague)).toEqual([]);
    await closeConversation(colleague, otherId, { disposition: "private", reason: "Done." });
    await setPresence(colleague, { state: "online" });
    await acceptOffer(colleague, await offerTo(colleague, place.departmentId));
    expect(await loads(agent, colleague)).toEqual([0, 1]);
  });

  test.each(["declined", "missed", "withdrawn", "nobody"] as const)("%s: it stays with who has it, and the customer never knew", async (outcome) => {
    const place = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const [colleague, third] = [await makeAgent(place), await makeAgent(place)];
    const before = await heard(asker, conversationId);
    await transferConversation(agent, conversationId, { note, agentId: colleague.id });
    const offer = outcome === "nobody" ? 0 : await offerTo(colleague, place.departmentId);
    if (outcome === "declined") await declineOffer(colleague, offer);
    if (outcome === "withdrawn") await withdrawTransfer(agent, conversationId);
    if (outcome === "missed") {
      setClock(new Date(Date.now() + 31_000));
      await missOffers();
    }
    if (outcome === "nobody") {
      setClock(new Date(Date.now() + 16 * 60_000));
      await expireWaiting();
    }
    expect(await openOffers(third)).toEqual([]);
    expect(await heard(asker, conversationId)).toEqual(before);
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "active", agent: { id: agent.id } });
    expect(await loads(agent, colleague)).toEqual([1, 0]);
    const { rows } = await db.execute(sql`select 1 from queue_entries where conversation_id = ${conversationId} and state in ('waiting', 'offered')
      union all select 1 from transfers where conversation_id = ${conversationId} and state = 'open'`);
    expect(rows).toEqual([]);
    if (offer > 0) await expect(acceptOffer(colleague, offer)).rejects.toMatchObject({ code: "offer_gone" });
    await setPresence(third, { state: "online" });
    await transferConversation(agent, conversationId, { note, agentId: third.id });
  });

  test("if the old agent is lost meanwhile it waits where it was to go; if they close it there is nothing to take", async () => {
    const place = await makeChatPlace();
    const elsewhere = await makeChatPlace();
    const { agent, conversationId, asker } = await makeChat(place);
    const taker = await makeAgent(elsewhere);
    await transferConversation(agent, conversationId, { note, departmentId: elsewhere.departmentId });
    const offer = await offerTo(taker, elsewhere.departmentId);
    setClock(new Date(Date.now() + 61_000));
    await setPresence(taker, { state: "online" });
    await expireLeases();
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "queued", agent: null, department: { id: elsewhere.departmentId } });
    await expect(acceptOffer(taker, offer)).rejects.toMatchObject({ code: "offer_gone" });
    await acceptOffer(taker, await offerTo(taker, elsewhere.departmentId));
    await transferConversation(taker, conversationId, { note, agentId: (await makeAgent(elsewhere)).id });
    await closeConversation(taker, conversationId, { disposition: "private", reason: "Solved meanwhile." });
    const { rows } = await db.execute(sql`select state from transfers where conversation_id = ${conversationId}`);
    expect(rows.map(({ state }) => state)).toEqual(["ended", "ended"]);
  });

  test("is refused before the customer hears of it when nobody could ever take it, and without a note", async () => {
    const place = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const absent = await makeAgent(place, { online: false });
    const none = await makeAgent(place, { capacity: 0 });
    const before = (await getConversation(asker, conversationId))?.lastSeq;
    const empty = await makeChatPlace();
    for (const target of [{ agentId: absent.id }, { agentId: none.id }, { agentId: asker.id }, { agentId: agent.id }, { departmentId: empty.departmentId }, { departmentId: place.departmentId }, { departmentId: 999_999 }, { skill: "pumps" }]) {
      await expect(transferConversation(agent, conversationId, { note, ...target })).rejects.toMatchObject({ code: "no_target" });
    }
    await expect(transferConversation(agent, conversationId, { note: "short", agentId: absent.id })).rejects.toMatchObject({ fields: { note: { key: "error.tooShort" } } });
    for (const target of [{}, { agentId: absent.id, skill: "pumps" }]) {
      await expect(transferConversation(agent, conversationId, { note, ...target })).rejects.toMatchObject({ fields: { agentId: { key: "error.chat.transferTarget" } } });
    }
    await setPresence(absent, { state: "online" });
    await expect(transferConversation(absent, conversationId, { note, agentId: none.id })).rejects.toMatchObject({ code: "forbidden" });
    for (const stranger of [await makeMember(), await makeAgent(empty)]) {
      await expect(transferConversation(stranger, conversationId, { note, agentId: none.id })).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await getConversation(asker, conversationId))?.lastSeq).toBe(before);
  });
});
