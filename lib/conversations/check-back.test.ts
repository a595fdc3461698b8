import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { mails, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { getMail } from "@/lib/mails/list-mails";
import { visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { answerCheckBack, checkBack, readCheckBack } from "./check-back";
import { closeConversation } from "./close-conversation";
import { getConversation } from "./get-conversation";
import { mailTranscript } from "./mail-transcript";

testDatabase();
afterEach(() => setClock(null));

const DAY = 86_400_000;
const later = (days: number) => setClock(new Date(Date.now() + days * DAY));

async function closedChat() {
  const chat = await makeChat(await makeChatPlace());
  await say(chat.asker, chat.conversationId, `It hums at night.\n[hum.mp4](/files/${"a".repeat(32)} "48213 bytes")`);
  await say(chat.agent, chat.conversationId, "A secret thought.", { visibility: "staff" });
  await say(chat.agent, chat.conversationId, "Clean the filter.");
  await closeConversation(chat.agent, chat.conversationId, { disposition: "private", reason: "Personal." });
  return chat;
}

const noticesOf = async (memberId: number) =>
  (await db.select().from(notifications).where(eq(notifications.memberId, memberId))).filter(({ kind }) => kind === "check_back");

test("three days after the end it is asked once; a no opens the same conversation, from any browser", async () => {
  const { asker, conversationId } = await closedChat();
  later(2.9);
  await checkBack();
  expect(await noticesOf(asker.id)).toEqual([]);
  later(3.1);
  await checkBack();
  await checkBack();
  const [notice, ...more] = await noticesOf(asker.id);
  expect(more).toEqual([]);
  const link = Object.fromEntries(new URL(notice?.path ?? "", "http://x").searchParams);
  await expect(answerCheckBack(visitor, { ...link, conversation: Number(link.conversation) + 1, solved: "false" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(answerCheckBack(visitor, { ...link, closed: Number(link.closed) + 1, solved: "false" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(answerCheckBack(visitor, { ...link, solved: "perhaps" })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await answerCheckBack(visitor, { ...link, solved: "true" })).toEqual({ solved: true });
  expect((await getConversation(asker, conversationId))?.state).toBe("closed");
  await answerCheckBack(visitor, { ...link, solved: "false" });
  await answerCheckBack(visitor, { ...link, solved: "false" });
  expect(await getConversation(asker, conversationId)).toMatchObject({ id: conversationId, state: "message", disposition: null });
  expect(await auditOf("conversation", conversationId)).toContain("conversation.check_back_answered");
});

test("after fourteen days the link opens nothing", async () => {
  const { asker, conversationId } = await closedChat();
  later(3.1);
  await checkBack();
  const [notice] = await noticesOf(asker.id);
  const link = Object.fromEntries(new URL(notice?.path ?? "", "http://x").searchParams);
  expect(await readCheckBack(link)).toEqual({ title: expect.any(String) });
  for (const wrong of [{}, { ...link, proof: "x" }, { ...link, conversation: Number(link.conversation) + 1 }]) expect(await readCheckBack(wrong)).toBeNull();
  later(14.1);
  expect(await readCheckBack(link)).toBeNull();
  await expect(answerCheckBack(visitor, { ...link, solved: "false" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await getConversation(asker, conversationId))?.state).toBe("closed");
});

test("what was said is sent to the asker's own address, without notes, once; other staff can't read the letter", async () => {
  const { asker, agent, conversationId } = await closedChat();
  expect(await mailTranscript(asker, conversationId)).toEqual({ sent: true });
  expect(await mailTranscript(asker, conversationId)).toEqual({ sent: false });
  const [letter, ...more] = (await db.select().from(mails).where(eq(mails.memberId, asker.id))).filter(({ kind }) => kind === "transcript");
  expect(more).toEqual([]);
  expect(letter?.text).toMatch(/It hums at night\. \[hum, MP4, 48.kB\]/);
  expect(letter?.text).toContain("Clean the filter.");
  expect(`${letter?.text}${letter?.html}`).not.toContain("secret thought");
  const stranger = await makeAgent(await makeChatPlace());
  const kept = await getMail(stranger, letter?.id ?? 0);
  expect(kept).toMatchObject({ withheld: "words" });
  expect(JSON.stringify(kept)).not.toContain("hums");
  expect((await getMail(await makeMember({ role: "admin" }), letter?.id ?? 0)).text).toContain("hums");
  await expect(mailTranscript(agent, conversationId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(mailTranscript(await makeMember(), conversationId)).rejects.toMatchObject({ code: "not_found" });
});
