import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { createAccessToken } from "@/lib/members/create-access-token";
import { ChatPerson } from "./chat-person";
import { makePerson, makePlace, openChat } from "./fill";

export const VISITORS = 200;
export const AGENTS = 20;
/** Each visitor writes this often, give or take half of it; an agent answers every other time. */
const PACE_MS = 6_000;

export type CutPeople = { visitors: ChatPerson[]; agents: ChatPerson[]; /** One of each visitor, shared out among the agents. */ chats: number[] };

/** Two hundred visitors in a chat each and the twenty agents who have them, all of them reached through `url`. */
export async function seatPeople(url: string): Promise<CutPeople> {
  const place = await makePlace();
  const staff = await Promise.all(Array.from({ length: AGENTS }, (_, index) => makePerson(`agent-${index}`, "agent")));
  const visitors: ChatPerson[] = [];
  const chats: number[] = [];
  for (let index = 0; index < VISITORS; index++) {
    const asker = await makePerson(`visitor-${index}`, "member");
    const words = { title: `Question ${index}`, slug: `question-${index}`, body: "It hums.", bodyHtml: "<p>It hums.</p>", locale: "en" as const };
    const [thread] = await db.insert(threads).values({ categoryId: place.categoryId, authorId: asker.id, ...words }).returning({ id: threads.id });
    const agentId = staff[index % AGENTS]?.id ?? 0;
    const chat = await openChat({ threadId: thread?.id ?? 0, askerId: asker.id, departmentId: place.departmentId, agentId });
    chats.push(chat);
    visitors.push(new ChatPerson(url, (await createAccessToken(asker, { name: "cuts" })).token, asker.id, [chat]));
  }
  const agents: ChatPerson[] = [];
  for (const [index, agent] of staff.entries()) {
    const { token } = await createAccessToken(agent, { name: "cuts" });
    const own = chats.filter((_, at) => at % AGENTS === index);
    const person: ChatPerson = new ChatPerson(url, token, agent.id, own, ({ conversationId, authorId, seq }) => {
      if (authorId !== agent.id && seq % 2 === 0) person.write(conversationId, `Answer ${conversationId}.${seq}`);
    });
    agents.push(person);
  }
  return { visitors, agents, chats };
}

/** Every visitor writes in their own chat, at their own pace, until this moment. */
export async function talkUntil(end: number, { visitors, chats }: CutPeople, sentences: string[]): Promise<void> {
  const talk = async (visitor: ChatPerson, index: number) => {
    await sleep(Math.random() * PACE_MS);
    for (let turn = 0; Date.now() < end; turn++) {
      const chat = chats[index] ?? 0;
      visitor.write(chat, `${chat}.${turn}: ${sentences[(index * 37 + turn) % sentences.length] ?? ""}`);
      await sleep(PACE_MS * (0.5 + Math.random()));
    }
  };
  await Promise.all(visitors.map(talk));
}

/** What real visitors wrote, where the collection is at hand. */
export function readSentences(tell: (line: string) => void): string[] {
  const folder = resolve("../shared/data/multidogo");
  if (!existsSync(folder)) {
    tell("multidogo is not there: visitors say sentences of our own");
    return ["It does not drain.", "I cleaned the filter twice.", "The display shows E18.", "It began yesterday."];
  }
  const lines = gunzipSync(readFileSync(join(folder, "software.tsv.gz"))).toString("utf8").split("\n").slice(1);
  return lines.map((line) => line.split("\t")[3]?.trim() ?? "").filter((sentence) => sentence.length > 1);
}
