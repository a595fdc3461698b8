import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeMember, makeThread } from "@/db/testing/factories";
import { closeConversation } from "./close-conversation";
import { getCustomer } from "./get-customer";
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
