import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { canHearTopic } from "@/app/entry/can-hear-topic";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { visitor } from "@/lib/members/actor";
import { getThreadOverlay } from "@/lib/threads/get-overlay";
import { getThread } from "@/lib/threads/get-thread";
import { listThreads } from "@/lib/threads/list-threads";
import { getConversation } from "./get-conversation";
import { listInbox } from "./list-inbox";
import { listOwnConversations } from "./list-own-conversations";

testDatabase();

const canary = "canary-7f3a-private";

test("nothing of a private branch reaches anybody else: a marker and no more", async () => {
  const place = await makeChatPlace();
  const { asker, agent, threadId, conversationId } = await makeChat(place);
  await say(asker, conversationId, canary);
  await say(agent, conversationId, `${canary} too`);
  await say(agent, conversationId, `${canary} noted`, { visibility: "staff" });

  const outside = await makeAgent(await makeChatPlace());
  for (const stranger of [visitor, await makeMember(), outside]) {
    const thread = await getThread(stranger, { id: threadId });
    expect(thread?.liveSince).toBeInstanceOf(Date);
    const seen = [thread, await listThreads(stranger, {}), await getThreadOverlay(stranger, threadId), await listOwnConversations(stranger)];
    if (stranger === outside) seen.push((await listInbox(outside)) as never);
    expect(JSON.stringify(seen)).not.toContain(canary);
    expect(JSON.stringify(await getThreadOverlay(stranger, threadId))).not.toContain("conversation\":{");
    expect(await getConversation(stranger, conversationId)).toBeNull();
    expect(await canHearTopic(stranger, `conversation:${conversationId}`)).toBe(false);
    expect(await canHearTopic(stranger, `department:${place.departmentId}`)).toBe(true);
  }
  for (const own of [asker, agent]) expect(await canHearTopic(own, `conversation:${conversationId}`)).toBe(true);

  const { rows: holding } = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and query_to_xml(
      format('select 1 as found from %I as entry where entry::text like %L limit 1', table_name, ${`%${canary}%`}::text),
      false, false, '')::text like '%found%'`);
  expect(holding.map(({ name }) => name).sort()).toEqual(["member_events", "messages"]);
  const { rows } = await db.execute<{ member: string }>(sql`select distinct member_id as member from member_events where event::text like ${`%${canary}%`}`);
  expect(rows.map(({ member }) => Number(member)).sort()).toEqual([asker.id, agent.id].sort());
  const jobs = await db.execute(sql`select 1 from graphile_worker._private_jobs where payload::text like ${`%${canary}%`}`);
  expect(jobs.rows).toEqual([]);
});
