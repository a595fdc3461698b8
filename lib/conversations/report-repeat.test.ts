import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace, openOffers, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { getInsights } from "@/lib/insights/get-insights";
import { acceptOffer } from "@/lib/queue/accept-offer";
import { offerNext } from "@/lib/queue/offer-next";
import { reportRepeat } from "./report-repeat";

testDatabase();

const facts = [
  { label: "Gerät", value: "Lenta W7" },
  { label: "Fehlercode", value: "E18" },
];

async function chatAbout() {
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const { asker, threadId } = await makeAsker(place, { facts });
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  await offerNext(place.departmentId);
  await acceptOffer(agent, (await openOffers(agent))[0]?.id);
  const counted = async () =>
    (await db.execute<{ question: string; by: string }>(sql`select question, noticed_by as by from repeats where conversation_id = ${conversationId} order by seq`)).rows;
  return { place, agent, asker, conversationId, counted };
}

test("what is asked in spite of the hint is counted once for each question, in notes never", async () => {
  const { agent, asker, conversationId, counted } = await chatAbout();
  await say(asker, conversationId, "Welches Gerät war es noch?");
  await say(agent, conversationId, "Welches Gerät ist es?", { visibility: "staff" });
  await say(agent, conversationId, "Dreht sich die Trommel?");
  expect(await counted()).toEqual([]);
  await say(agent, conversationId, "Welches Gerät haben Sie?");
  await say(agent, conversationId, "Bitte noch einmal: um welches Gerät geht es?");
  await say(agent, conversationId, "Und wie lautet der Fehlercode?");
  expect(await counted()).toEqual([{ question: "Gerät", by: "hint" }, { question: "Fehlercode", by: "hint" }]);
});

test("the asker says so too: once for each question, about the company's words alone", async () => {
  const { place, agent, asker, conversationId, counted } = await chatAbout();
  const known = await say(agent, conversationId, "Welches Gerät haben Sie?");
  const unknown = await say(agent, conversationId, "Und was steht auf der Rückseite?");
  const note = await say(agent, conversationId, "a note", { visibility: "staff" });
  const own = await say(asker, conversationId, "Das wissen Sie doch.");
  expect(await reportRepeat(asker, conversationId, known.message.seq)).toEqual({ question: "Gerät" });
  for (let times = 0; times < 2; times++) await reportRepeat(asker, conversationId, unknown.message.seq);
  expect(await counted()).toEqual([{ question: "Gerät", by: "hint" }, { question: `#${unknown.message.seq}`, by: "asker" }]);
  for (const seq of [note.message.seq, own.message.seq, 999]) {
    await expect(reportRepeat(asker, conversationId, seq)).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(reportRepeat(agent, conversationId, known.message.seq)).rejects.toMatchObject({ code: "forbidden" });
  await expect(reportRepeat(await makeMember(), conversationId, known.message.seq)).rejects.toMatchObject({ code: "not_found" });
  expect(await auditOf("conversation", conversationId)).toContain("conversation.repeat_reported");

  const view = await getInsights(agent, { period: "weeks", departmentId: place.departmentId });
  expect(view.repeats).toEqual([{ agentId: agent.id, name: agent.displayName, chats: 1, repeated: 1, questions: 2 }]);
});
