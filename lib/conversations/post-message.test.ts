import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChat, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { visitor } from "@/lib/members/actor";
import { listMessages } from "./list-messages";
import { postMessage } from "./post-message";

testDatabase();

describe("postMessage", () => {
  test("numbers what both say and tells both", async () => {
    const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
    const first = await say(asker, conversationId, "It hums.");
    const second = await say(agent, conversationId, "Since when?");
    expect(second.message.seq).toBe(first.message.seq + 1);
    const { items } = await listMessages(asker, conversationId, { after: first.message.seq - 1 });
    expect(items.map(({ body, side }) => [side, body])).toEqual([["asker", "It hums."], ["staff", "Since when?"]]);
    for (const member of [asker, agent]) {
      const { rows } = await db.execute<{ event: { message: { body: string; seq: number } } }>(sql`
        select event from member_events where member_id = ${member.id} and event->>'type' = 'message.posted' order by seq desc limit 1`);
      expect(rows[0]?.event.message).toMatchObject({ body: "Since when?", seq: second.message.seq, side: "staff" });
    }
    expect((await auditOf("conversation", conversationId)).filter((action) => action === "message.posted")).toHaveLength(2);
  });

  test("sent again it is the same message, also at the same moment; with other words it is refused", async () => {
    const { asker, conversationId } = await makeChat(await makeChatPlace());
    const message = { clientId: randomUUID(), body: "Once" };
    const sent = await Promise.all(Array.from({ length: 20 }, () => postMessage(asker, conversationId, message)));
    expect(sent.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(sent.map((one) => one.message.seq)).size).toBe(1);
    await expect(postMessage(asker, conversationId, { ...message, body: "Twice" })).rejects.toMatchObject({ code: "id_reused" });
  });

  test("a note never reaches the asker", async () => {
    const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
    const { message } = await say(agent, conversationId, "canary-note", { visibility: "staff" });
    expect(JSON.stringify(await listMessages(asker, conversationId))).not.toContain("canary-note");
    expect(JSON.stringify(await listMessages(agent, conversationId))).toContain("canary-note");
    const { rows } = await db.execute(sql`select 1 from member_events where member_id = ${asker.id} and event::text like '%canary-note%'`);
    expect(rows).toEqual([]);
    expect(message.visibility).toBe("staff");
    await expect(say(asker, conversationId, "me too", { visibility: "staff" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an agent who has not seen what a colleague wrote is stopped once", async () => {
    const place = await makeChatPlace();
    const { agent, conversationId } = await makeChat(place);
    const colleague = await makeAgent(place);
    const { message } = await say(colleague, conversationId, "I know this one", { visibility: "staff" });
    await expect(say(agent, conversationId, "Try again", { baseSeq: message.seq - 1 })).rejects.toMatchObject({
      code: "stale",
      extra: { lastSeq: message.seq },
    });
    expect((await say(agent, conversationId, "Try again", { baseSeq: message.seq })).created).toBe(true);
  });

  test("strangers find nothing, colleagues who do not have it may only leave notes", async () => {
    const place = await makeChatPlace();
    const { conversationId } = await makeChat(place);
    const elsewhere = await makeAgent(await makeChatPlace());
    const colleague = await makeAgent(place);
    for (const stranger of [await makeMember(), elsewhere, visitor]) {
      await expect(postMessage(stranger, conversationId, { clientId: randomUUID(), body: "hi" })).rejects.toMatchObject({ code: "not_found" });
      await expect(listMessages(stranger, conversationId)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(say(colleague, conversationId, "hello")).rejects.toMatchObject({ code: "forbidden" });
    expect((await say(colleague, conversationId, "hello", { visibility: "staff" })).created).toBe(true);
  });

  test("refuses what is empty, too long or without an id", async () => {
    const { asker, conversationId } = await makeChat(await makeChatPlace());
    await expect(say(asker, conversationId, " \n ")).rejects.toMatchObject({ fields: { body: { key: "error.required" } } });
    await expect(say(asker, conversationId, "x".repeat(8_001))).rejects.toMatchObject({ fields: { body: { key: "error.tooLong" } } });
    await expect(postMessage(asker, conversationId, { body: "hi", clientId: "7" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
