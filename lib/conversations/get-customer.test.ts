import { expect, test } from "vitest";
import { db } from "@/db/client";
import { articleReads, articles, searchQueries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { setRejection } from "@/lib/answers/set-rejection";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { closeConversation } from "./close-conversation";
import { getConversation } from "./get-conversation";
import { getCustomer } from "./get-customer";
import { previewPacket } from "./preview-packet";
import { rateConversation } from "./rate-conversation";

testDatabase();

test("who asks is known to those who help them, with questions, talks and judgements, and to nobody else", async () => {
  const place = await makeChatPlace();
  const { asker, agent, threadId, conversationId } = await makeChat(place);
  const { id: other } = await makeThread(asker, { category: place.category });
  expect(await getCustomer(agent, conversationId)).toMatchObject({ rating: null, chats: [], threads: [{ id: other }, { id: threadId, state: "escalated" }] });
  await closeConversation(agent, conversationId, { disposition: "private", reason: "Done." });
  await rateConversation(asker, conversationId, { fast: 5, clear: 4, fair: 3 });
  expect((await getCustomer(agent, conversationId)).rating).toBe(4);
  await expect(getCustomer(asker, conversationId)).rejects.toMatchObject({ code: "forbidden" });
  for (const stranger of [await makeMember(), await makeAgent(await makeChatPlace())]) {
    await expect(getCustomer(stranger, conversationId)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("what the customer keeps back is not shown beside the packet either", async () => {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, threadId } = await makeAsker(place);
  const before = await escalateThread(asker, threadId, { choice: "message" });
  await closeConversation(agent, before.conversationId, { disposition: "private", reason: "Done." });
  await rateConversation(asker, before.conversationId, { fast: 2, clear: 2, fair: 2 });
  const [article] = await db.insert(articles).values({ categoryId: (await makeCategory()).id, ownerId: agent.id, locale: "en", slug: "x", title: "How to", state: "published" }).returning();
  await db.insert(articleReads).values({ articleId: article?.id ?? 0, memberId: asker.id, readAt: new Date() });
  const { id: next } = await makeThread(asker, { category: place.category });
  const { conversationId } = await escalateThread(asker, next, { choice: "message", hidden: ["articles", "earlier"] });
  expect(await getCustomer(agent, before.conversationId)).toMatchObject({ articles: [{ title: "How to" }], chats: [{ id: conversationId }] });
  expect(await getCustomer(agent, conversationId)).toMatchObject({ articles: [], chats: [], rating: null });
});

test("of many searches the agent is told the last ones", async () => {
  const { asker, threadId } = await makeAsker(await makeChatPlace());
  const queries = ["water", "Water", ..."abcdefghijklmn"].map((query, index) => ({ memberId: asker.id, query, locale: "en" as const, hits: 0, engine: "postgres", createdAt: new Date(Date.now() - 60_000 + index) }));
  await db.insert(searchQueries).values(queries);
  const { searches } = await previewPacket(asker, threadId);
  expect(searches.map(({ query }) => query).join("")).toBe("efghijklmn");
});

test("what the community answers while somebody waits, and that it did not help, is known to the agent", async () => {
  const { asker, agent, threadId, conversationId } = await makeChat(await makeChatPlace());
  expect((await getConversation(agent, conversationId))?.packet).toMatchObject({ answers: [], answerCount: 0 });
  const answer = await makeAnswer(await makeMember(), threadId, "Turn it off and on.");
  await setRejection(asker, { id: answer, rejected: true });
  const { packet } = (await getConversation(agent, conversationId)) ?? {};
  expect(packet).toMatchObject({ answers: [{ id: answer, text: "Turn it off and on.", reaction: "rejected" }], answerCount: 1 });
});

test("what was solved for others is found by its story, not by its title alone", async () => {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const solve = async (title: string, body: string) => {
    const { asker, threadId } = await makeAsker(place, { title, body });
    await setAcceptance(asker, await makeAnswer(await makeMember(), threadId), true);
    return threadId;
  };
  const alike = await solve("Nothing but humming", "The drum stays full of water and it beeps every few minutes.");
  await solve("My washing machine keeps a smell", "There is mould on the seal of the door.");
  const { asker, threadId } = await makeAsker(place, { title: "My washing machine keeps beeping", body: "The drum stays full of water, every evening." });
  const { conversationId } = await escalateThread(asker, threadId, { choice: "message" });
  const { packet } = (await getConversation(agent, conversationId)) ?? {};
  expect(packet?.similarSolved[0]).toMatchObject({ threadId: alike });
});
