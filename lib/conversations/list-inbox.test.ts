import { afterEach, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { setClock } from "@/lib/platform/clock";
import { listInbox } from "./list-inbox";

testDatabase();
afterEach(() => setClock(null));

test("who has waited longest for a reply stands first, since their first unanswered word", async () => {
  const start = new Date("2026-03-02T10:00:00Z");
  const at = (minutes: number) => setClock(new Date(start.getTime() + minutes * 60_000));
  at(0);
  const place = await makeChatPlace();
  const first = await makeChat(place);
  const { agent } = first;
  const second = await makeChat(place, agent);
  const third = await makeChat(place, agent);
  for (const { conversationId } of [first, second, third]) await say(agent, conversationId, "Good morning");
  at(1);
  await say(first.asker, first.conversationId, "It drips");
  at(2);
  await say(second.asker, second.conversationId, "It hums");
  at(3);
  await say(first.asker, first.conversationId, "Are you there?");
  const rows = async () => (await listInbox(agent)).active.map(({ conversationId, waitingSince }) => [conversationId, waitingSince && Math.round((waitingSince.getTime() - start.getTime()) / 60_000)]);
  expect(await rows()).toEqual([[first.conversationId, 1], [second.conversationId, 2], [third.conversationId, null]]);
  at(4);
  await say(agent, first.conversationId, "Yes");
  expect(await rows()).toEqual([[second.conversationId, 2], [first.conversationId, null], [third.conversationId, null]]);
});
