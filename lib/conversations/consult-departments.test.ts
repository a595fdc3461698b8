import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { canHearTopic } from "@/app/entry/can-hear-topic";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { loadDepartments } from "@/lib/departments/load-departments";
import { setClock } from "@/lib/platform/clock";
import { takeConversation } from "@/lib/queue/take-conversation";
import { closeConversation } from "./close-conversation";
import { getConversation } from "./get-conversation";
import { listInbox } from "./list-inbox";
import { listMessages } from "./list-messages";
import { reopenConversation } from "./reopen-conversation";
import { sayWatching } from "./say-watching";
import { tellLateConsults } from "./tell-late-consults";

testDatabase();
afterEach(() => setClock(null));

const canary = "canary-consult-51";

async function consulted() {
  const place = await makeChatPlace();
  const chat = await makeChat(place);
  const elsewhere = await makeChatPlace();
  const expert = await makeAgent(elsewhere);
  const slug = (await loadDepartments()).find(({ id }) => id === elsewhere.departmentId)?.slug ?? "";
  await say(chat.agent, chat.conversationId, `@${slug} is that order paid? ${canary}`, { visibility: "staff" });
  return { ...chat, place, expert };
}

/** Everything of the asker's that the interface could hand out. */
async function knownTo(asker: { id: number }, seen: unknown[]): Promise<string> {
  const { rows } = await db.execute(sql`
    select event::text from member_events where member_id = ${asker.id}
    union all select values::text from notifications where member_id = ${asker.id}
    union all select text || html || subject from mails where member_id = ${asker.id}`);
  return JSON.stringify([rows, seen]);
}

test("another department is asked beside the chat, answers in its own time, and the customer never learns of it", async () => {
  const { asker, agent, conversationId, expert } = await consulted();
  expect((await listInbox(expert)).consults).toMatchObject([{ conversationId, question: expect.stringContaining(canary), askedBy: agent.displayName }]);
  expect(JSON.stringify(await listMessages(expert, conversationId))).toContain(canary);
  await expect(say(expert, conversationId, `To the customer ${canary}`)).rejects.toMatchObject({ code: "forbidden" });
  await expect(takeConversation(expert, conversationId)).rejects.toMatchObject({ code: "not_waiting" });
  expect((await getConversation(agent, conversationId))?.asked).toHaveLength(1);
  expect((await getConversation(asker, conversationId))?.asked).toEqual([]);
  await say(expert, conversationId, `Paid on Monday. ${canary}`, { visibility: "staff" });
  expect((await listInbox(expert)).consults).toEqual([]);
  expect((await getConversation(agent, conversationId))?.asked).toEqual([]);
  expect(JSON.stringify(await listMessages(agent, conversationId))).toContain("Paid on Monday.");

  const seen = [await getConversation(asker, conversationId), await listMessages(asker, conversationId)];
  const known = await knownTo(asker, seen);
  expect(known).toContain("accepted");
  for (const secret of [canary, "consult", expert.displayName, "Paid on Monday"]) expect(known).not.toContain(secret);
  expect(await canHearTopic(asker, `agent:${agent.id}`)).toBe(false);
});

test("a question without an answer is brought to mind once, at its own time, and never to the customer", async () => {
  const { asker, agent, conversationId, expert } = await consulted();
  const told = async () => (await db.execute<{ member: string }>(sql`select member_id as member from notifications where kind = 'consult_late' and path = ${`/staff/inbox?c=${conversationId}`}`)).rows.map(({ member }) => Number(member));
  await tellLateConsults();
  expect(await told()).toEqual([]);
  setClock(new Date(Date.now() + 11 * 60_000));
  for (let times = 0; times < 2; times++) await tellLateConsults();
  expect((await told()).sort()).toEqual([agent.id, expert.id].sort());
  expect(await told()).not.toContain(asker.id);
});

test("who only names a department that is none, and staff of a third, change and see nothing", async () => {
  const { agent, conversationId } = await consulted();
  const third = await makeAgent(await makeChatPlace());
  await say(agent, conversationId, "@nobody-here mail me at x@example.com", { visibility: "staff" });
  const { rows } = await db.execute(sql`select 1 from consults where conversation_id = ${conversationId}`);
  expect(rows).toHaveLength(1);
  expect(await getConversation(third, conversationId)).toBeNull();
  await expect(say(third, conversationId, "hello", { visibility: "staff" })).rejects.toMatchObject({ code: "not_found" });
});

test("a manager reads along and whispers; the agent sees both, the customer neither", async () => {
  const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
  const manager = await makeMember({ role: "manager" });
  await sayWatching(manager, conversationId);
  await say(manager, conversationId, "Offer her the exchange.", { visibility: "staff" });
  expect(JSON.stringify(await listMessages(agent, conversationId))).toContain("Offer her the exchange.");
  expect((await getConversation(agent, conversationId))?.writers.map(({ id }) => id)).toContain(manager.id);
  expect(await knownTo(asker, [await listMessages(asker, conversationId), await getConversation(asker, conversationId)])).not.toContain(manager.displayName);
  await expect(sayWatching(asker, conversationId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(sayWatching(await makeMember(), conversationId)).rejects.toMatchObject({ code: "not_found" });
  expect(await canHearTopic(agent, `agent:${agent.id}`)).toBe(true);
});

test("who was asked beside a chat does not take it up again when it is over", async () => {
  const { agent, conversationId, expert } = await consulted();
  await closeConversation(agent, conversationId, { disposition: "private", reason: "It was paid." });
  expect((await getConversation(expert, conversationId))?.can).toMatchObject({ reopen: false, note: true });
  await expect(reopenConversation(expert, conversationId)).rejects.toMatchObject({ code: "forbidden" });
  expect((await getConversation(agent, conversationId))?.can.reopen).toBe(true);
});

test("a colleague who is asked by name may look and answer; whoever else is named stays outside", async () => {
  const place = await makeChatPlace();
  const { asker, agent, conversationId } = await makeChat(place);
  const elsewhere = await makeChatPlace();
  const [expert, other] = [await makeAgent(elsewhere), await makeAgent(elsewhere)];
  const neighbour = await makeMember();
  await expect(listMessages(expert, conversationId)).rejects.toMatchObject({ code: "not_found" });
  await say(agent, conversationId, `@${expert.name} @${neighbour.name} @${asker.name} @${agent.name} is that pump known? ${canary}`, { visibility: "staff" });
  expect((await listInbox(expert)).consults).toMatchObject([{ conversationId, askedBy: agent.displayName }]);
  expect((await listInbox(other)).consults).toEqual([]);
  for (const outside of [other, neighbour]) await expect(listMessages(outside, conversationId)).rejects.toMatchObject({ code: "not_found" });
  const { rows } = await db.execute<{ asked: string }>(sql`select member_id as asked from consults where conversation_id = ${conversationId}`);
  expect(rows.map(({ asked }) => Number(asked))).toEqual([expert.id]);
  await say(expert, conversationId, `A whole series. ${canary}`, { visibility: "staff" });
  expect((await listInbox(expert)).consults).toEqual([]);
  expect(await knownTo(asker, [await getConversation(asker, conversationId), await listMessages(asker, conversationId)])).not.toContain(canary);
});
