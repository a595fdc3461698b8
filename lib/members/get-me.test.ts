import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { type ChatPlace, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { leaveQueue } from "@/lib/queue/leave-queue";
import { getMe } from "./get-me";

testDatabase();

let place: ChatPlace;

beforeAll(async () => {
  place = await makeChatPlace();
});

test("names the newest conversation as long as it is open", async () => {
  const { asker, threadId } = await makeAsker(place);
  expect(await getMe(asker)).toMatchObject({ conversation: null });
  const { conversationId } = await escalateThread(asker, threadId, { choice: "message" });
  expect(await getMe(asker)).toMatchObject({ conversation: conversationId });
  await leaveQueue(asker, conversationId);
  expect(await getMe(asker)).toMatchObject({ conversation: null });
});
