import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { articles, escalations } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type ChatPlace, makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeAnswer, makeMember } from "@/db/testing/factories";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { promoteThread } from "@/lib/articles/promote-thread";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { openEscalation } from "@/lib/escalations/open-escalation";
import { stopEscalation } from "@/lib/escalations/stop-escalation";
import { getInsights } from "@/lib/insights/get-insights";
import { type Member, visitor } from "@/lib/members/actor";
import { getProfile } from "@/lib/members/get-profile";
import { getConversation } from "@/lib/conversations/get-conversation";
import { reopenConversation } from "@/lib/conversations/reopen-conversation";
import { checkCounters } from "@/lib/health/check-counters";
import { getThread } from "@/lib/threads/get-thread";
import { leaveQueue } from "./leave-queue";

testDatabase();

let place: ChatPlace;
let helper: Member;
const savedBy = async ({ name }: Member) => (await getProfile(visitor, name))?.savedMinutes;

beforeAll(async () => {
  place = await makeChatPlace();
  await makeAgent(place, { capacity: 1 });
  helper = await makeMember();
});

/** In line with a question that `author` answers. */
async function waitFor(author?: Member) {
  const { asker, threadId } = await makeAsker(place);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
  const answerId = await makeAnswer(author ?? asker, threadId, "Turn the wheel by hand.");
  return { asker, conversationId, threadId, answerId };
}

test("an answer that came before the agent ends the waiting, is the solution, and its author saved eight minutes", async () => {
  const { asker, conversationId, answerId } = await waitFor(helper);
  expect(await leaveQueue(asker, conversationId, { answerId })).toEqual({ state: "answered" });
  expect(await getConversation(asker, conversationId)).toMatchObject({ state: "answered", linked: { kind: "answer", id: answerId } });
  expect(await savedBy(helper)).toBe(8);
  const { chats } = await getInsights(await makeMember({ role: "manager" }), { period: "days", departmentId: place.departmentId });
  expect(chats).toMatchObject({ answered: 1, savedSeconds: 480 });
  // Asked again it is the same; the mark taken back takes the minutes back.
  await leaveQueue(asker, conversationId, { answerId });
  expect(await savedBy(helper)).toBe(8);
  await setAcceptance(asker, answerId, false);
  expect(await savedBy(helper)).toBe(0);
});

test("the company's people and one's own answers save nobody anything", async () => {
  const colleague = await makeMember({ role: "agent" });
  for (const author of [colleague, undefined]) {
    const { asker, conversationId, answerId } = await waitFor(author);
    await leaveQueue(asker, conversationId, { answerId });
    expect(await savedBy(author ?? asker)).toBe(0);
  }
});

test("what somebody wrote elsewhere, or what a guide was made of, ends the waiting as well; the question climbs no further", async () => {
  const { threadId } = await makeAsker(place);
  const answerId = await makeAnswer(helper, threadId, "Clean the filter.");
  const guide = await promoteThread(await makeMember({ role: "agent" }), threadId, { answerIds: [answerId] });
  await inTransaction((tx) => tx.update(articles).set({ state: "published", liveRevisionId: articles.stagedRevisionId }).where(eq(articles.id, guide.id)));
  const before = (await savedBy(helper)) ?? 0;
  const found = [
    [{ kind: "thread", id: threadId }, { kind: "answer", id: answerId }],
    [{ kind: "article", id: guide.id }, { kind: "article", id: guide.id }],
  ] as const;
  for (const [known, linked] of found) {
    const { asker, conversationId, threadId: own } = await waitFor();
    await openEscalation({ threadId: own });
    expect(await leaveQueue(asker, conversationId, { known })).toEqual({ state: "answered" });
    expect(await getConversation(asker, conversationId)).toMatchObject({ linked });
    expect(await savedBy(helper)).toBe(before + 8);
    // Others are no longer asked for an answer and see where it stands, until the asker takes the conversation up again.
    const thread = await getThread(visitor, { id: own });
    expect(thread).toMatchObject({ state: "answered", closed: null, helped: { at: expect.any(Date), by: linked } });
    expect(await checkCounters({ repair: false })).toMatchObject([{ state: "ok" }]);
    await stopEscalation({ threadId: own });
    expect(await db.select().from(escalations).where(eq(escalations.threadId, own))).toMatchObject([{ stopCause: "solved" }]);
    await reopenConversation(asker, conversationId);
    await leaveQueue(asker, conversationId);
    expect(await getThread(visitor, { id: own })).toMatchObject({ state: "unanswered", helped: null });
  }
});

test("what nobody answered, one's own question and what one may not see did not help, and the place is kept", async () => {
  const { asker, conversationId, threadId: own } = await waitFor();
  const { threadId: silent } = await makeAsker(place);
  for (const id of [own, silent]) {
    await expect(leaveQueue(asker, conversationId, { known: { kind: "thread", id } })).rejects.toMatchObject({ code: "invalid_input" });
  }
  await expect(leaveQueue(asker, conversationId, { known: { kind: "article", id: 999_999 } })).rejects.toMatchObject({ code: "not_found" });
  expect(await getConversation(asker, conversationId)).toMatchObject({ queue: { position: expect.any(Number) } });
});

test("an answer to another question, and somebody else's place, are refused, and the place is kept", async () => {
  const mine = await waitFor(helper);
  const { asker: other, answerId } = await waitFor(helper);
  await expect(leaveQueue(mine.asker, mine.conversationId, { answerId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(leaveQueue(other, mine.conversationId, { answerId: mine.answerId })).rejects.toMatchObject({ code: "not_found" });
  expect(await getConversation(mine.asker, mine.conversationId)).toMatchObject({ queue: { position: expect.any(Number) } });
});
