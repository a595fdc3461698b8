import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace, openOffers, say } from "@/db/testing/chat";
import { getConversation } from "@/lib/conversations/get-conversation";
import { markRead } from "@/lib/conversations/mark-read";
import { tellAbsent } from "@/lib/conversations/tell-absent";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { eventsChannel } from "@/lib/platform/events";
import { setClock } from "@/lib/platform/clock";
import { listen } from "@/lib/platform/listen";
import { setPresence } from "@/lib/presence/set-presence";
import { bestOf } from "./get-availability";
import { orderQueue } from "./order-queue";
import { queueOrder } from "./queue-order";
import type { Availability } from "./queue-view";
import { runQueue } from "./run-queue";

const database = testDatabase();
afterEach(() => setClock(null));

type Heard = { topic?: string; event?: { type: string; state?: string } };
const end = { topic: "the end of this test" };

/** Everything published while `work` runs. */
async function hear(work: () => Promise<void>): Promise<Heard[]> {
  const heard: Heard[] = [];
  const listener = await listen(database.url(), [eventsChannel], {
    connected: () => {},
    lost: () => {},
    notified: (_, payload) => void heard.push(JSON.parse(payload) as Heard),
  });
  await work();
  // News arrive in the order in which they were told.
  await db.execute(sql`select pg_notify(${eventsChannel}, ${JSON.stringify(end)})`);
  await expect.poll(() => heard.at(-1)).toEqual(end);
  await listener.stop();
  return heard;
}

async function placesToldTo(memberId: number): Promise<unknown[]> {
  const { rows } = await db.execute<{ position: number }>(sql`
    select (event->>'position')::int as position from member_events
    where member_id = ${memberId} and event->>'type' = 'queue.changed' order by seq`);
  return rows.map(({ position }) => position);
}

test("open pages hear when somebody comes and goes, and who waits hears each new place once", async () => {
  const place = await makeChatPlace();
  // Those of the department, and those that ask for anybody.
  const topics = [`department:${place.departmentId}`, "department:0"];
  const states = (heard: Heard[]) =>
    topics.map((topic) => heard.filter((one) => one.topic === topic && one.event?.type === "availability.changed").map(({ event }) => event?.state));
  await runQueue();
  const agent = await makeAgent(place, { online: false, capacity: 1 });
  expect(states(await hear(async () => {
    await setPresence(agent, { state: "online" });
    await runQueue();
    await runQueue();
  }))).toEqual([["open"], ["open"]]);

  const askers = [await makeAsker(place), await makeAsker(place), await makeAsker(place)];
  for (const { asker, threadId } of askers) await escalateThread(asker, threadId, { choice: "chat" });
  await runQueue();
  await runQueue();
  expect(await openOffers(agent)).toHaveLength(1);
  expect(await placesToldTo(askers[2]?.asker.id ?? 0)).toEqual([3]);
  expect(states(await hear(async () => {
    await setPresence(agent, { state: "break" });
    await runQueue();
  }))).toEqual([["closed"], ["closed"]]);
});

test("whoever asks for anybody hears of who is there, else of the department that takes what is nobody's", () => {
  const closed = (departmentId: number, nextOpenAt?: string): Availability => ({ departmentId, state: "closed", choices: ["message"], nextOpenAt });
  const busy: Availability = { departmentId: 3, state: "busy", choices: ["chat"], position: 2 };
  expect(bestOf([closed(1), busy, closed(2)])).toEqual({ ...busy, departmentId: null });
  expect(bestOf([closed(1), closed(2, "2026-11-23T07:00:00.000Z")])).toEqual({ ...closed(1), departmentId: null });
  expect(bestOf([])).toEqual({ departmentId: null, state: "closed", choices: ["message"] });
});

test("the order in SQL is the order of the rules", async () => {
  const place = await makeChatPlace();
  await makeAgent(place, { capacity: 20 });
  const waits = [5, 100, 100, 300, 590, 610, 900, 1200, 30, 45];
  for (const [index, wait] of waits.entries()) {
    const { asker, threadId } = await makeAsker(place);
    const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
    await inTransaction(async (tx) => {
      const enqueuedAt = new Date(Date.now() - wait * 1_000).toISOString();
      await tx.execute(sql`update threads set me_too_count = ${(index * 7) % 20} where id = ${threadId}`);
      await tx.execute(sql`update queue_entries set priority = ${index % 3}, enqueued_at = ${enqueuedAt}::timestamptz where conversation_id = ${conversationId}`);
    });
  }
  const { rows } = await db.execute<Record<"id" | "priority" | "enqueued_at" | "me_too", string>>(sql`
    select queue_entries.id, priority, enqueued_at, me_too_count as me_too from queue_entries
    join conversations on conversations.id = conversation_id join threads on threads.id = thread_id
    where queue_entries.department_id = ${place.departmentId} order by ${queueOrder()}`);
  const entries = rows.map((row) => ({
    id: Number(row.id),
    priority: Number(row.priority),
    enqueuedAt: new Date(row.enqueued_at),
    meToo: Number(row.me_too),
  }));
  expect(entries).toHaveLength(waits.length);
  const ordered = orderQueue([...entries].sort((a, b) => a.id - b.id), new Date());
  expect(entries.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
});

test("who closed the page is told once that somebody is there, and once of what was written", async () => {
  const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
  const kinds = async (memberId: number) => {
    const { rows } = await db.execute<{ kind: string }>(sql`select kind from notifications where member_id = ${memberId} order by id`);
    return rows.map(({ kind }) => kind);
  };
  await tellAbsent();
  expect(await kinds(asker.id)).toEqual([]);
  setClock(new Date(Date.now() + 61_000));
  await tellAbsent();
  const drawn = async () => (await db.execute(sql`select last_value from notifications_id_seq`)).rows;
  const before = await drawn();
  await tellAbsent();
  expect(await drawn(), "what was told is not tried again").toEqual(before);
  expect(await kinds(asker.id)).toEqual(["chat_accepted"]);
  expect(await getConversation(asker, conversationId)).toMatchObject({ mails: true });
  await inTransaction((tx) => tx.execute(sql`update members set mail_notifications = false where id = ${asker.id}`));
  expect(await getConversation(asker, conversationId), "no letter is promised to who wants none").toMatchObject({ mails: false });
  const { lastSeq = 0 } = (await getConversation(asker, conversationId)) ?? {};
  await markRead(asker, conversationId, { seq: lastSeq });
  expect(await markRead(asker, conversationId, { seq: 0 })).toEqual({ readSeq: lastSeq });
  expect((await getConversation(agent, conversationId))?.read.asker).toBe(lastSeq);
  await say(agent, conversationId, "Are you still there?");
  await say(agent, conversationId, "I will wait.", { clientId: randomUUID() });
  setClock(new Date(Date.now() + 125_000));
  await tellAbsent();
  expect(await kinds(asker.id)).toEqual(["chat_accepted", "chat_message"]);
});

test("one conversation that cannot be looked after keeps none of the others waiting", async () => {
  const place = await makeChatPlace();
  const agent = await makeAgent(place, { capacity: 1 });
  const ask = async () => {
    const { asker, threadId } = await makeAsker(place);
    return escalateThread(asker, threadId, { choice: "chat" });
  };
  const { conversationId: broken } = await ask();
  const { conversationId: overdue } = await ask();
  await db.execute(sql`update queue_entries set deadline_at = now() - interval '1 second' where conversation_id in (${broken}, ${overdue})`);
  await db.execute(sql`update queue_entries set round = 77 where conversation_id = ${broken}`);
  await db.execute(sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''damaged''; end'`);
  await db.execute(sql`create trigger damaged before update on queue_entries for each row when (old.round = 77) execute function refuse()`);
  const { conversationId: next } = await ask();
  await db.execute(sql`update queue_entries set enqueued_at = now() - interval '1 hour' where conversation_id = ${next}`);
  await expect(runQueue()).rejects.toThrow();
  await db.execute(sql`drop trigger damaged on queue_entries`);
  const { rows } = await db.execute(sql`select state from conversations where id = ${overdue}`);
  expect(rows).toEqual([{ state: "message" }]);
  expect(await openOffers(agent)).toMatchObject([{ conversationId: next }]);
});
