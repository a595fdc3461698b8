import { afterEach, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { pixel } from "@/db/testing/pixel";
import { auditOf } from "@/db/testing/traces";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { forgetConversations } from "@/lib/conversations/forget-conversations";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listMessages } from "@/lib/conversations/list-messages";
import { mailTranscript } from "@/lib/conversations/mail-transcript";
import { readOwnData } from "@/lib/exports/read-own-data";
import { uploadFile } from "@/lib/files/upload-file";
import { checkHolds } from "@/lib/health/check-holds";
import type { Member } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { holdConversation } from "./hold-conversation";
import { liftHold } from "./lift-hold";
import { listHolds } from "./list-holds";

testDatabase();
afterEach(() => setClock(null));

type Chat = Awaited<ReturnType<typeof makeChat>>;
let manager: Member;
let elsewhere: Member;
let chats: Chat[];
const reason = "Dispute 4711, marker-7b2e";

beforeAll(async () => {
  const place = await makeChatPlace();
  manager = await makeMember({ role: "manager" });
  elsewhere = await makeAgent(await makeChatPlace());
  chats = [];
  for (let turn = 0; turn < 3; turn++) chats.push(await makeChat(place));
  for (const { asker, agent, conversationId } of chats) {
    await say(asker, conversationId, "It smells of rubber");
    await uploadFile(asker, { name: "smell.png", data: pixel(), conversationId });
    await mailTranscript(asker, conversationId);
    await closeConversation(agent, conversationId, { disposition: "private", reason: "Sent a technician" });
  }
});

const chat = (at: number): Chat => chats[at] ?? (() => { throw new Error(`no chat ${at}`); })();

async function keptAfter(months: number): Promise<boolean[]> {
  const then = new Date();
  then.setUTCMonth(then.getUTCMonth() + months);
  setClock(then);
  await forgetConversations();
  return Promise.all(
    chats.map(async ({ asker, conversationId }) => (await listMessages(asker, conversationId)).items.some(({ body }) => body === "It smells of rubber")),
  );
}

test("managers hold and lift, for a reason; nobody else, and only once", async () => {
  const { agent, asker, conversationId } = chat(0);
  for (const actor of [agent, asker]) await expect(holdConversation(actor, conversationId, { reason })).rejects.toMatchObject({ code: "forbidden" });
  await expect(holdConversation(elsewhere, conversationId, { reason })).rejects.toMatchObject({ code: "not_found" });
  await expect(holdConversation(manager, conversationId, { reason: "short" })).rejects.toMatchObject({ code: "invalid_input" });
  const { id } = await holdConversation(manager, conversationId, { reason });
  await expect(holdConversation(manager, conversationId, { reason })).rejects.toMatchObject({ code: "already_held" });
  expect(await listHolds(manager)).toMatchObject([{ id, reason, by: manager.displayName, conversation: { id: conversationId }, customer: { id: asker.id } }]);
  for (const actor of [agent, asker]) {
    await expect(listHolds(actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(liftHold(actor, id)).rejects.toMatchObject({ code: "forbidden" });
  }
  await liftHold(manager, id);
  await expect(liftHold(manager, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await auditOf("conversation", conversationId)).toEqual(expect.arrayContaining(["conversation.held", "conversation.released"]));
  expect((await checkHolds()).map(({ text }) => text)).toEqual(["nothing is held"]);
});

test("what is held stays however old it is, and goes when the hold is lifted", async () => {
  const [one, all] = [chat(0), chat(1)];
  const { id } = await holdConversation(manager, one.conversationId, { reason });
  await holdConversation(manager, all.conversationId, { reason, ofCustomer: true });
  expect((await checkHolds()).map(({ text }) => text).join()).toContain("2 legal holds keep 2 conversations");
  const files = async () => Promise.all(chats.map(async ({ asker }) => ((await readOwnData(asker.id)).files as object[]).length));
  expect(await keptAfter(30)).toEqual([true, true, false]);
  expect(await files()).toEqual([1, 1, 0]);
  await liftHold(manager, id);
  expect(await keptAfter(30)).toEqual([false, true, false]);
  expect(await files()).toEqual([0, 1, 0]);
});

test("staff see it beside the conversation, the customer nowhere", async () => {
  const { agent, asker, conversationId } = chat(1);
  expect((await getConversation(agent, conversationId))?.holds).toMatchObject([{ reason, conversation: null }]);
  expect(JSON.stringify([await getConversation(asker, conversationId), await listMessages(asker, conversationId), await readOwnData(asker.id)])).not.toContain("marker-7b2e");
});
