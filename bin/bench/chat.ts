import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/db/client";
import { departments, threads } from "@/db/schema";
import { createAccessToken } from "@/lib/members/create-access-token";
import { type BenchWorld, makePerson, openChat } from "./fill";
import { percentile } from "./load";
import type { Row } from "./pages";
import type { Site } from "./site";
import { openStream } from "./stream-client";
import { until } from "./writes";

const ALONE = 200;
const CHATS = 50;
const MANY = 200;
/** In each of the many chats somebody writes this often. */
const PACE_MS = 4_000;
const PACED = 8;
/** Nobody talks to fifty people: ten agents share them. */
const AGENTS = 10;
const EACH = 10;
/** Not counted: with these fifty people open their connections, all in the same moment. */
const FIRST = 2;

type Chat = { id: number; askerToken: string; agentToken: string };

/** From the sender's POST until the receiver's stream has it; one chat alone, fifty at once, two hundred as people write. */
export async function measureChat(site: Site, world: BenchWorld): Promise<Row[]> {
  const chats = await openChats(world);
  const arrived = new Map<string, number>();
  const streams = await Promise.all(
    chats.map((chat) =>
      openStream(`${site.url}/stream`, { authorization: `Bearer ${chat.askerToken}` }, (event, data) => {
        if (event !== "message.posted") return;
        const { conversationId, message } = JSON.parse(data) as { conversationId: number; message: { seq: number } };
        if (conversationId === chat.id) arrived.set(`${conversationId}:${message.seq}`, performance.now());
      }),
    ),
  );
  const [first] = chats;
  if (!first) return [];
  const alone: number[] = [];
  for (let count = 0; count < ALONE; count++) alone.push(await deliver(site, first, arrived));
  const together: number[] = [];
  await Promise.all(
    chats.slice(0, CHATS).map(async (chat) => {
      for (let count = -FIRST; count < EACH; count++) {
        const time = await deliver(site, chat, arrived);
        if (count >= 0 || Number.isNaN(time)) together.push(time);
      }
    }),
  );
  const paced: number[] = [];
  await Promise.all(
    chats.map(async (chat, index) => {
      await sleep((index / chats.length) * PACE_MS);
      for (let count = 0; count < PACED; count++) {
        const time = await deliver(site, chat, arrived);
        paced.push(time);
        await sleep(PACE_MS - (Number.isNaN(time) ? 0 : Math.min(time, PACE_MS)));
      }
    }),
  );
  for (const stream of streams) stream.close();
  const round = (value: number) => Math.round(value * 10) / 10;
  const lost = [...alone, ...together, ...paced].filter((time) => Number.isNaN(time)).length;
  const [p50 = NaN, p99 = NaN, p99All = NaN, p50Many = NaN, p99Many = NaN] = [
    percentile(alone, 0.5),
    percentile(alone, 0.99),
    percentile(together, 0.99),
    percentile(paced, 0.5),
    percentile(paced, 0.99),
  ].map(round);
  return [
    { what: "chat message, one chat, p50", value: p50, unit: "ms", reach: "≤ 10 ms", ok: p50 <= 10 },
    { what: "chat message, one chat, p99", value: p99, unit: "ms", reach: "≤ 100 ms", ok: p99 <= 100 },
    { what: `chat message, ${CHATS} chats at once, p99`, value: p99All, unit: "ms", reach: "≤ 250 ms", ok: p99All <= 250 },
    { what: `chat message, ${MANY} chats with one every ${PACE_MS / 1_000} s, p50`, value: p50Many, unit: "ms", reach: "≤ 100 ms", ok: p50Many <= 100 },
    { what: `chat message, ${MANY} chats with one every ${PACE_MS / 1_000} s, p99`, value: p99Many, unit: "ms", reach: "≤ 500 ms", ok: p99Many <= 500 },
    { what: "chat messages lost", value: lost, unit: "", reach: "0", ok: lost === 0 },
  ];
}

async function openChats(world: BenchWorld): Promise<Chat[]> {
  const [department] = await db.select({ id: departments.id }).from(departments).limit(1);
  const rows = await db.select({ id: threads.id }).from(threads).limit(MANY);
  const agents = await Promise.all(Array.from({ length: AGENTS }, (_, index) => makePerson(`agent-${index}`, "agent")));
  const agentTokens = await Promise.all(agents.map(async (agent) => (await createAccessToken(agent, { name: "bench" })).token));
  const chats: Chat[] = [];
  for (const [index, thread] of rows.entries()) {
    const asker = world.people[index % world.people.length];
    const agent = agents[index % AGENTS];
    if (!asker || !agent || !department) continue;
    const id = await openChat({ threadId: thread.id, askerId: asker.id, departmentId: department.id, agentId: agent.id });
    const { token } = await createAccessToken(asker, { name: `bench ${index}` });
    chats.push({ id, askerToken: token, agentToken: agentTokens[index % AGENTS] ?? "" });
  }
  return chats;
}

/** Milliseconds until it arrived; NaN when it did not within five seconds. */
async function deliver(site: Site, chat: Chat, arrived: Map<string, number>): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${site.url}/api/v1/conversations/${chat.id}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${chat.agentToken}`, "content-type": "application/json" },
    body: JSON.stringify({ clientId: randomUUID(), body: "Please turn the wheel once by hand. Does it move?" }),
  });
  const { seq } = (await response.json()) as { seq?: number };
  if (seq === undefined) throw new Error(`The message was refused: ${response.status}`);
  const key = `${chat.id}:${seq}`;
  await until(() => arrived.has(key), 5_000);
  return (arrived.get(key) ?? NaN) - started;
}
