import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { visitor } from "@/lib/members/actor";
import { escalateThread } from "./escalate-thread";

testDatabase();

describe("escalateThread", () => {
  test("puts the asker into the line with the whole story", async () => {
    const place = await makeChatPlace();
    await makeAgent(place);
    const { asker, threadId } = await makeAsker(place, {
      body: "Hello!\nThe W7 shows E18 and the water stays in the drum.",
      facts: [{ label: "Appliance", value: "Lenta W7" }],
      tried: ["Cleaned the filter"],
    });
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const { conversationId, created } = await escalateThread(asker, threadId, { choice: "chat", userAgent });

    expect(created).toBe(true);
    const { rows } = await db.execute(sql`
      select conversations.state, packet, queue_entries.priority, threads.state as thread
      from conversations join queue_entries on conversation_id = conversations.id join threads on threads.id = thread_id
      where conversations.id = ${conversationId}`);
    expect(rows[0]).toMatchObject({ state: "queued", priority: 1, thread: "escalated" });
    expect(rows[0]?.packet).toMatchObject({
      summary: "The W7 shows E18 and the water stays in the drum.",
      facts: [{ label: "Appliance", value: "Lenta W7" }],
      tried: ["Cleaned the filter"],
      device: { browser: "Firefox 140", system: "Linux" },
      missing: ["bought"],
      hidden: [],
    });
    expect(await auditOf("conversation", conversationId)).toEqual(["conversation.opened"]);
    expect(await jobsNamed("queue.offer")).toContainEqual({ departmentId: place.departmentId });
  });

  test("stores nothing of what the asker keeps back", async () => {
    const place = await makeChatPlace();
    const { asker, threadId } = await makeAsker(place, { tried: ["a secret step"] });
    const { conversationId } = await escalateThread(asker, threadId, { choice: "message", hidden: ["tried", "device"], userAgent: "Firefox/1" });
    const { rows } = await db.execute(sql`select packet::text as packet from conversations where id = ${conversationId}`);
    expect(rows[0]?.packet).not.toContain("a secret step");
    expect(rows[0]?.packet).not.toContain("Firefox");
  });

  test("fifty at once are one conversation", async () => {
    const place = await makeChatPlace();
    await makeAgent(place);
    const { asker, threadId } = await makeAsker(place);
    const all = await Promise.all(Array.from({ length: 50 }, () => escalateThread(asker, threadId, { choice: "chat" })));
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(all.filter(({ created }) => created)).toHaveLength(1);
  });

  test("names what remains when nobody is there", async () => {
    const place = await makeChatPlace();
    await makeAgent(place, { online: false });
    const { asker, threadId } = await makeAsker(place);
    await expect(escalateThread(asker, threadId, { choice: "chat" })).rejects.toMatchObject({
      code: "chat_unavailable",
      extra: { choices: ["callback", "message"], state: "closed" },
    });
    expect((await escalateThread(asker, threadId, { choice: "callback" })).created).toBe(true);
  });

  test("is not for visitors, staff and who cannot see the thread, and needs a choice", async () => {
    const place = await makeChatPlace();
    const { asker, threadId } = await makeAsker(place);
    const agent = await makeAgent(place);
    const suspended = await makeMember({ suspendedUntil: new Date(Date.now() + 60_000) });
    await expect(escalateThread(visitor, threadId, { choice: "message" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(escalateThread(suspended, threadId, { choice: "message" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(escalateThread(agent, threadId, { choice: "message" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(escalateThread(asker, 999_999, { choice: "message" })).rejects.toMatchObject({ code: "not_found" });
    await expect(escalateThread(asker, threadId, { choice: "smoke signal" })).rejects.toMatchObject({
      fields: { choice: { key: "error.chat.choice" } },
    });
  });
});
