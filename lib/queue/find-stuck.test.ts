import { eq, type SQL, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agentPresence, conversations } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, openOffers } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { transferConversation } from "@/lib/conversations/transfer-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { examine } from "@/lib/health/examine";
import { system } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { findStuck, type StuckKind } from "./find-stuck";
import { offerNext } from "./offer-next";
import { putRight } from "./put-right";

testDatabase();
afterEach(() => setClock(null));

/** Somebody waits, and one agent is being asked. */
async function offered() {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  await offerNext(place.departmentId);
  return { place, agent, conversationId };
}

async function waiting() {
  const place = await makeChatPlace();
  await makeAgent(place, { capacity: 0 });
  const full = await makeAgent(place, { capacity: 1 });
  const first = await makeAsker(place);
  await escalateThread(first.asker, first.threadId, { choice: "chat" });
  await offerNext(place.departmentId);
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  return { place, agent: full, conversationId };
}

async function written(choice: "callback" | "message") {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice });
  await db.update(conversations).set({ agentId: agent.id }).where(eq(conversations.id, conversationId));
  return { place, agent, conversationId };
}

async function handedOver() {
  const place = await makeChatPlace();
  const chat = await makeChat(place);
  await makeAgent(place);
  await transferConversation(chat.agent, chat.conversationId, { departmentId: place.departmentId, note: "Please take this one over." });
  return { place, ...chat };
}

const running = async () => {
  const place = await makeChatPlace();
  return { place, ...(await makeChat(place)) };
};

type Planted = { agent: { id: number }; conversationId: number };
type Damage = { make: () => Promise<Planted>; plant: (made: Planted) => Promise<unknown>; kind: StuckKind; becomes: string };

const entry = (id: number, set: SQL) => db.execute(sql`update queue_entries set ${set} where conversation_id = ${id} and state in ('waiting', 'offered')`);

const damages: Record<string, Damage> = {
  "who waits lost their place": { make: waiting, plant: ({ conversationId }) => entry(conversationId, sql`state = 'left'`), kind: "nowhere", becomes: "queued" },
  "the offer is gone and nobody is asked": {
    make: offered,
    plant: ({ conversationId }) => db.execute(sql`update offers set state = 'withdrawn' where conversation_id = ${conversationId}`),
    kind: "out_of_step",
    becomes: "queued",
  },
  "the line says waiting, the conversation offered": {
    make: waiting,
    plant: ({ conversationId }) => db.update(conversations).set({ state: "offered" }).where(eq(conversations.id, conversationId)),
    kind: "out_of_step",
    becomes: "queued",
  },
  "a running chat is nobody's": {
    make: running,
    plant: ({ conversationId }) => db.update(conversations).set({ agentId: null }).where(eq(conversations.id, conversationId)),
    kind: "nobodys",
    becomes: "queued",
  },
  "whoever has the chat was never there": {
    make: running,
    plant: ({ agent }) => db.delete(agentPresence).where(eq(agentPresence.memberId, agent.id)),
    kind: "owner_gone",
    becomes: "queued",
  },
  "whoever has the message works here no more": {
    make: () => written("message"),
    plant: ({ agent }) => db.execute(sql`update members set deactivated_at = now() where id = ${agent.id}`),
    kind: "owner_gone",
    becomes: "message",
  },
  "whoever was to call is no agent any more": {
    make: () => written("callback"),
    plant: ({ agent }) => db.execute(sql`update members set role = 'member' where id = ${agent.id}`),
    kind: "owner_gone",
    becomes: "callback",
  },
  "a place is left over": {
    make: waiting,
    plant: ({ conversationId }) => db.update(conversations).set({ state: "left" }).where(eq(conversations.id, conversationId)),
    kind: "leftover",
    becomes: "left",
  },
  "an offer is left over": {
    make: offered,
    plant: async ({ conversationId }) => {
      await entry(conversationId, sql`state = 'left'`);
      await db.update(conversations).set({ state: "message" }).where(eq(conversations.id, conversationId));
    },
    kind: "leftover",
    becomes: "message",
  },
  "a handing over that nobody is asked about": { make: handedOver, plant: ({ conversationId }) => entry(conversationId, sql`state = 'left'`), kind: "transfer", becomes: "active" },
  "the clock of the line stands still": {
    make: waiting,
    plant: ({ conversationId }) => entry(conversationId, sql`deadline_at = now() - interval '2 minutes'`),
    kind: "overdue",
    becomes: "message",
  },
};

describe("damage is found and mended", () => {
  for (const [name, { make, plant, kind, becomes }] of Object.entries(damages)) {
    test(name, async () => {
      const made = await make();
      const { conversationId } = made;
      expect(await findStuck(conversationId)).toEqual([]);
      await plant(made);
      expect(await findStuck(conversationId)).toEqual([{ conversationId, kind }]);
      expect(await putRight(system("doctor"), conversationId)).toBe(kind);
      expect(await findStuck(conversationId)).toEqual([]);
      const [now] = await db.select().from(conversations).where(eq(conversations.id, conversationId));
      expect(now?.state).toBe(becomes);
      if (kind !== "overdue") expect(await auditOf("conversation", conversationId)).toContain("conversation.put_right");
      expect(await putRight(system("doctor"), conversationId)).toBe(null);
    });
  }
});

test("the doctor mends all of it in one go, and finds nothing afterwards", async () => {
  for (const { make, plant } of Object.values(damages)) await plant(await make());
  const look = async (repair: boolean) => (await examine(system("doctor"), { repair })).filter(({ area, state }) => area === "chat" && state === "bad");
  expect((await look(false)).length).toBeGreaterThanOrEqual(6);
  expect((await look(true)).every(({ repaired }) => repaired)).toBe(true);
  expect(await look(false)).toEqual([]);
});

test("who is put back has the first place, and is offered again", async () => {
  const { place, agent, conversationId } = await offered();
  await db.execute(sql`update offers set state = 'withdrawn' where conversation_id = ${conversationId}`);
  await putRight(system("doctor"), conversationId);
  await db.update(agentPresence).set({ load: 0 }).where(eq(agentPresence.memberId, agent.id));
  await offerNext(place.departmentId);
  expect(await openOffers(agent)).toMatchObject([{ conversationId }]);
});

test("is for managers", async () => {
  const { conversationId, agent } = await running();
  await expect(putRight(await makeMember({ role: "agent" }), conversationId)).rejects.toMatchObject({ code: "forbidden" });
  expect(agent).toBeDefined();
});
