import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, offers } from "@/db/schema";
import { postMessage } from "@/lib/conversations/post-message";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import type { Member } from "@/lib/members/actor";
import { setPresence } from "@/lib/presence/set-presence";
import { acceptOffer } from "@/lib/queue/accept-offer";
import { offerNext } from "@/lib/queue/offer-next";
import { makeCategory, makeDepartment, makeMember, makeThread } from "./factories";

export type ChatPlace = { departmentId: number; category: string };

/** A department open around the clock, and a category it looks after. */
export async function makeChatPlace(calendar?: unknown): Promise<ChatPlace> {
  const department = await makeDepartment(calendar ? { calendar } : {});
  // Stories have it beside those of the sample community, where it must not be seen first.
  const category = await makeCategory({ departmentId: department.id, position: 1_000 });
  return { departmentId: department.id, category: category.slug };
}

export async function makeAgent({ departmentId }: ChatPlace, { online = true, capacity = 3 } = {}): Promise<Member> {
  const agent = await makeMember({ role: "agent", departments: [departmentId] });
  await inTransaction((tx) => tx.insert(agentPresence).values({ memberId: agent.id, capacity }));
  if (online) await setPresence(agent, { state: "online" });
  return agent;
}

/** Somebody with a question of their own. */
export async function makeAsker(place: ChatPlace, wishes: Record<string, unknown> = {}): Promise<{ asker: Member; threadId: number }> {
  const asker = await makeMember();
  const { id } = await makeThread(asker, { category: place.category, ...wishes });
  return { asker, threadId: id };
}

export async function openOffers(agent: Member): Promise<{ id: number; conversationId: number }[]> {
  const all = await db.select().from(offers).where(eq(offers.agentId, agent.id));
  return all.filter(({ state }) => state === "open");
}

/** An asker in a running chat with an agent: a new one, or one who is there already. */
export async function makeChat(place: ChatPlace, colleague?: Member) {
  const agent = colleague ?? (await makeAgent(place));
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  await offerNext(place.departmentId);
  const [offer] = await openOffers(agent);
  if (!offer) throw new Error("nothing was offered");
  await acceptOffer(agent, offer.id);
  return { asker, agent, threadId, conversationId };
}

export function say(author: Member, conversationId: number, body: string, more: Record<string, unknown> = {}) {
  return postMessage(author, conversationId, { clientId: randomUUID(), body, ...more });
}
