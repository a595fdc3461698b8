import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { listWorkload } from "./list-workload";

testDatabase();

test("a manager finds what each agent talks about now; nobody else does", async () => {
  const place = await makeChatPlace();
  const { asker, agent, conversationId } = await makeChat(place);
  const idle = await makeAgent(place);
  const manager = await makeMember({ role: "manager" });
  const chatsOf = async ({ id }: { id: number }) => (await listWorkload(manager)).agents.find((row) => row.agent.id === id)?.chats;
  expect(await chatsOf(agent)).toMatchObject([{ conversationId, asker: asker.displayName }]);
  expect(await chatsOf(idle)).toEqual([]);
  await expect(listWorkload(agent)).rejects.toMatchObject({ code: "forbidden" });
  await closeConversation(agent, conversationId, { disposition: "private", reason: "One order" });
  expect(await chatsOf(agent)).toEqual([]);
});
