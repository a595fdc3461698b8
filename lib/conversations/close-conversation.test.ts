import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { answers, articles, categories, conversations } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { setClock } from "@/lib/platform/clock";
import { decidePublication } from "@/lib/publications/decide-publication";
import { draftPublication } from "@/lib/publications/draft-publication";
import { reviewPublication } from "@/lib/publications/review-publication";
import { getThread } from "@/lib/threads/get-thread";
import { closeConversation } from "./close-conversation";
import { getConversation } from "./get-conversation";
import { listInbox } from "./list-inbox";
import { rateConversation } from "./rate-conversation";
import { reopenConversation } from "./reopen-conversation";

testDatabase();
afterEach(() => setClock(null));

describe("closeConversation", () => {
  test("frees the seat, tells the asker and keeps what becomes of it", async () => {
    const { asker, agent, threadId, conversationId } = await makeChat(await makeChatPlace());
    await closeConversation(agent, conversationId, { disposition: "private", reason: "A matter of contract." });
    await closeConversation(agent, conversationId, { disposition: "private", reason: "A matter of contract." });
    const view = await getConversation(asker, conversationId);
    expect(view).toMatchObject({ state: "closed", disposition: "private", can: { write: false, reopen: true, rate: true } });
    const { rows } = await db.execute(sql`select load, threads.state from agent_presence, threads where member_id = ${agent.id} and threads.id = ${threadId}`);
    expect(rows[0]).toEqual({ load: 0, state: "unanswered" });
    expect((await auditOf("conversation", conversationId)).filter((action) => action === "conversation.closed")).toHaveLength(1);
    expect(await jobsNamed("conversation.closed")).toContainEqual({ conversationId });
    await expect(say(asker, conversationId, "One more thing")).rejects.toMatchObject({ code: "closed", extra: { canReopen: true } });
  });

  test("demands what belongs to each disposition, and the database does too", async () => {
    const { agent, conversationId } = await makeChat(await makeChatPlace());
    const close = (input: unknown) => closeConversation(agent, conversationId, input);
    await expect(close({})).rejects.toMatchObject({ fields: { disposition: { key: "error.chat.disposition" } } });
    await expect(close({ disposition: "private" })).rejects.toMatchObject({ fields: { reason: { key: "error.chat.reason" } } });
    await expect(close({ disposition: "linked" })).rejects.toMatchObject({ fields: { linkedAnswerId: { key: "error.chat.link" } } });
    await expect(close({ disposition: "linked", linkedAnswerId: 999_999 })).rejects.toMatchObject({ fields: { linkedAnswerId: {} } });
    await expect(db.update(conversations).set({ state: "closed" }).where(eq(conversations.id, conversationId))).rejects.toThrow();
  });

  test("linked names the answer that was there", async () => {
    const { asker, agent, threadId, conversationId } = await makeChat(await makeChatPlace());
    const answerId = await makeAnswer(await makeMember(), threadId);
    await closeConversation(agent, conversationId, { disposition: "linked", linkedAnswerId: answerId });
    expect((await getConversation(asker, conversationId))?.linked).toMatchObject({ kind: "answer", id: answerId });
  });

  test("links nothing that the customer may not open", async () => {
    const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
    const { slug: category, id: categoryId } = await makeCategory({ audience: "staff" });
    const { id: threadId } = await makeThread(agent, { category });
    const linkedAnswerId = await makeAnswer(agent, threadId);
    const close = (link: Record<string, number>) => closeConversation(agent, conversationId, { disposition: "linked", ...link });
    await expect(close({ linkedAnswerId })).rejects.toMatchObject({ fields: { linkedAnswerId: {} } });
    const [article] = await db.insert(articles).values({ categoryId, ownerId: agent.id, locale: "en", slug: "x", title: "Ours alone", state: "published", liveRevisionId: 1 }).returning();
    await expect(close({ linkedArticleId: article?.id ?? 0 })).rejects.toMatchObject({ fields: { linkedArticleId: {} } });
    const openTo = (audience: "members" | "staff") => db.update(categories).set({ audience }).where(eq(categories.id, categoryId));
    await openTo("members");
    await close({ linkedArticleId: article?.id ?? 0 });
    expect((await getConversation(asker, conversationId))?.linked).toMatchObject({ title: "Ours alone" });
    await openTo("staff");
    expect((await getConversation(asker, conversationId))?.linked).toBeNull();
  });

  test("is for the one who has it and managers", async () => {
    const place = await makeChatPlace();
    const { asker, conversationId } = await makeChat(place);
    const input = { disposition: "private", reason: "No." };
    const outside = await makeAgent(await makeChatPlace());
    for (const stranger of [await makeMember(), outside]) {
      await expect(closeConversation(stranger, conversationId, input)).rejects.toMatchObject({ code: "not_found" });
      await expect(reopenConversation(stranger, conversationId)).rejects.toMatchObject({ code: "not_found" });
      expect(await getConversation(stranger, conversationId)).toBeNull();
    }
    await expect(closeConversation(asker, conversationId, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeConversation(await makeAgent(place), conversationId, input)).rejects.toMatchObject({ code: "forbidden" });
    await closeConversation(await makeMember({ role: "manager" }), conversationId, input);
  });
});

describe("the way back", () => {
  async function closedWithDraft() {
    const place = await makeChatPlace();
    const chat = await makeChat(place);
    const { asker, agent, conversationId } = chat;
    const question = await say(asker, conversationId, `It scrapes. My number is 0151 23456789.\n[bill of Ann.pdf](/files/${"a".repeat(32)} "48213 bytes")`);
    await say(agent, conversationId, "secret-note for colleagues", { visibility: "staff" });
    const answer = await say(agent, conversationId, `Lift the wheel cover, ${asker.displayName}, it takes one screw.`);
    const seqs = [question.message.seq, answer.message.seq];
    const draft = await draftPublication(agent, conversationId, { seqs });
    await closeConversation(agent, conversationId, { disposition: "publish", publication: { seqs, body: draft.body } });
    const publicationId = (await getConversation(asker, conversationId))?.publication?.id;
    return { ...chat, draft, seqs, publicationId };
  }

  test("with consent the reviewed answer stands in the thread, once, from the company, and can be accepted", async () => {
    const { asker, agent, threadId, conversationId, draft, publicationId } = await closedWithDraft();
    expect(draft.body).toContain("> It scrapes.");
    expect(draft.body).toContain("it takes one screw");
    expect(draft.body).not.toContain("23456789");
    expect(`${draft.body}${draft.original}`).not.toMatch(/bill of Ann|files/);
    expect(draft.body).not.toContain(asker.displayName);
    expect(draft.findings.length).toBeGreaterThanOrEqual(2);
    expect((await listInbox(agent)).awaitingConsent).toMatchObject([{ conversationId }]);

    await expect(decidePublication(agent, publicationId, { consent: true })).rejects.toMatchObject({ code: "forbidden" });
    await expect(decidePublication(await makeMember(), publicationId, { consent: true })).rejects.toMatchObject({ code: "not_found" });
    const decided = await Promise.all(Array.from({ length: 5 }, () => decidePublication(asker, publicationId, { consent: true })));
    expect(new Set(decided.map(({ answerId }) => answerId)).size).toBe(1);
    const thread = await getThread(await makeMember(), { id: threadId });
    expect(thread?.answers).toMatchObject([{ official: true, fromConversation: true, author: { id: agent.id, staff: true } }]);
    expect(await jobsNamed("answer.posted")).toContainEqual(expect.objectContaining({ answerId: decided[0]?.answerId }));
    expect(await setAcceptance(asker, decided[0]?.answerId, true)).toMatchObject({ state: "solved" });
    await expect(decidePublication(asker, publicationId, { consent: false })).rejects.toMatchObject({ code: "decided" });
  });

  test("without consent nothing of it is anywhere", async () => {
    const { asker, agent, threadId, conversationId, seqs, publicationId } = await closedWithDraft();
    expect(await decidePublication(asker, publicationId, { consent: false })).toEqual({ state: "declined", answerId: null });
    expect(await db.select().from(answers).where(eq(answers.threadId, threadId))).toEqual([]);
    await expect(reviewPublication(agent, conversationId, { seqs, body: "Again?" })).rejects.toMatchObject({ code: "decided" });
  });

  test("what was changed while the asker read it is not what they agree to", async () => {
    const { asker, agent, threadId, conversationId, seqs, draft, publicationId } = await closedWithDraft();
    await reviewPublication(agent, conversationId, { seqs, body: "Quite another text." });
    const decide = (body: string) => decidePublication(asker, publicationId, { consent: true, body });
    await expect(decide(draft.body)).rejects.toMatchObject({ code: "text_changed" });
    expect(await db.select().from(answers).where(eq(answers.threadId, threadId))).toEqual([]);
    const { publication } = (await getConversation(asker, conversationId)) ?? {};
    expect(await decide(publication?.body ?? "")).toMatchObject({ state: "published" });
  });

  test("a note is never drafted, and only who had the chat drafts", async () => {
    const place = await makeChatPlace();
    const { asker, agent, conversationId } = await makeChat(place);
    const note = await say(agent, conversationId, "a note", { visibility: "staff" });
    await expect(draftPublication(agent, conversationId, { seqs: [note.message.seq] })).rejects.toMatchObject({ fields: { seqs: {} } });
    await expect(draftPublication(asker, conversationId, { seqs: [1] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(draftPublication(await makeAgent(place), conversationId, { seqs: [1] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(draftPublication(await makeMember(), conversationId, { seqs: [1] })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is judged in three parts and opened again within two weeks", async () => {
    const { asker, agent, conversationId } = await closedWithDraft();
    expect(await rateConversation(asker, conversationId, { fast: 5, clear: 4, fair: 5 })).toEqual({ fast: 5, clear: 4, fair: 5 });
    expect(await getConversation(agent, conversationId)).toMatchObject({ ratings: { fast: 5, clear: 4, fair: 5 } });
    await expect(rateConversation(asker, conversationId, { fast: 6, clear: 4, fair: 5 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(rateConversation(agent, conversationId, { fast: 5, clear: 4, fair: 5 })).rejects.toMatchObject({ code: "forbidden" });
    setClock(new Date(Date.now() + 15 * 86_400_000));
    await expect(reopenConversation(asker, conversationId)).rejects.toMatchObject({ code: "too_late" });
    setClock(new Date(Date.now() + 13 * 86_400_000));
    expect(await reopenConversation(asker, conversationId)).toEqual({ state: "message" });
    expect(await reopenConversation(asker, conversationId)).toEqual({ state: "message" });
    await say(asker, conversationId, "It scrapes again.");
    await say(agent, conversationId, "I am sorry to hear that.");
    expect(await getConversation(asker, conversationId)).toMatchObject({ state: "message", agent: { id: agent.id } });
  });
});
