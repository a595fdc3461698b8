import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { conversations, files } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { pixel } from "@/db/testing/pixel";
import { uploadFile } from "@/lib/files/upload-file";
import { setClock } from "@/lib/platform/clock";
import { closeConversation } from "./close-conversation";
import { forgetConversations } from "./forget-conversations";
import { getConversation } from "./get-conversation";
import { listMessages } from "./list-messages";
import { mailTranscript } from "./mail-transcript";
import { rateConversation } from "./rate-conversation";

testDatabase();
afterEach(() => setClock(null));

const marker = "marker-5c1e-said";

test("two years after its end nothing that was said is anywhere any more; that it was, and how it was rated, is", async () => {
  const place = await makeChatPlace();
  const { asker, agent, conversationId } = await makeChat(place);
  const running = await makeChat(place);
  await say(asker, conversationId, marker);
  await say(agent, conversationId, `${marker} noted`, { visibility: "staff" });
  await say(running.asker, running.conversationId, "Still here");
  const { id: fileId } = await uploadFile(asker, { name: `${marker}.png`, data: pixel(), conversationId });
  await closeConversation(agent, conversationId, { disposition: "private", reason: marker });
  await mailTranscript(asker, conversationId);
  await rateConversation(asker, conversationId, { fast: 5, clear: 4, fair: 5 });
  const ratings = async () => (await db.select().from(conversations).where(eq(conversations.id, conversationId)))[0]?.ratings;
  const given = await ratings();

  await later(23);
  expect((await listMessages(asker, conversationId)).items.some(({ body }) => body === marker)).toBe(true);

  await later(25);
  // What screens were told is forgotten after a week.
  await db.execute(sql`delete from member_events`);
  const { rows: holding } = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and query_to_xml(
      format('select 1 as found from %I as entry where entry::text like %L limit 1', table_name, ${`%${marker}%`}::text),
      false, false, '')::text like '%found%'`);
  expect(holding).toEqual([]);
  expect(await db.select().from(files).where(eq(files.id, fileId))).toEqual([]);
  expect(await ratings()).toEqual(given);
  expect((await listMessages(asker, conversationId)).items.map(({ body }) => body)).toEqual(["forgotten"]);
  expect(await getConversation(agent, conversationId)).toMatchObject({ state: "closed", packet: { facts: [], tried: [], hidden: [] } });
  expect((await listMessages(running.asker, running.conversationId)).items.some(({ body }) => body === "Still here")).toBe(true);

  await later(26);
  expect((await listMessages(asker, conversationId)).items).toHaveLength(1);
});

async function later(months: number): Promise<void> {
  const then = new Date();
  then.setUTCMonth(then.getUTCMonth() + months);
  setClock(then);
  await forgetConversations();
}
