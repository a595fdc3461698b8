import { desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { auditLog, searchGaps, searchQueries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makePeople, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { assignGap } from "./assign-gap";
import { closeGap } from "./close-gap";
import { clusterQueries } from "./cluster-queries";
import { gatherGaps } from "./gather-gaps";
import { indexChanges } from "./index-changes";
import { openGap } from "./open-gap";
import { replayGaps } from "./replay-gaps";

testDatabase();

let manager: Member;
let agent: Member;
let asker: Member;
beforeAll(async () => {
  ({ manager, agent, asker } = await makePeople());
});

const searched = (query: string, times: number, more: Partial<typeof searchQueries.$inferInsert> = {}) =>
  inTransaction((tx) => tx.insert(searchQueries).values(Array.from({ length: times }, () => ({ query, locale: "de" as const, hits: 0, engine: "postgres", createdAt: new Date(), ...more }))));
const gaps = () => db.select().from(searchGaps).orderBy(desc(searchGaps.id));
const audits = async (action: string) => (await db.select().from(auditLog).where(eq(auditLog.action, action))).length;

test("searches that share half of their words are one piece of work", () => {
  const sought = [
    { query: "türanschlag wechseln", searches: 7 },
    { query: "Türanschlag wechseln T8", searches: 3 },
    { query: "ersatzteil bestellen", searches: 9 },
    { query: "die", searches: 2 },
  ];
  expect(clusterQueries(sought, "de")).toEqual([
    { title: "türanschlag wechseln", queries: ["türanschlag wechseln", "Türanschlag wechseln T8"], searches: 10 },
    { title: "ersatzteil bestellen", queries: ["ersatzteil bestellen"], searches: 9 },
    { title: "die", queries: ["die"], searches: 2 },
  ]);
});

describe("a gap", () => {
  test("is made of what is looked for in vain, once, and grows", async () => {
    await searched("zauberbürste tauschen", 4);
    await searched("zauberbürste austauschen tauschen", 2);
    await searched("gefunden und geöffnet", 9, { hits: 3, clicked: ["thread:1"] });
    await searched("gefunden und doch gefragt", 6, { hits: 3, endedIn: "question" });
    await searched("zu selten", 4);
    await searched("[@] rechnung", 9);
    await gatherGaps();
    expect((await gaps()).map(({ title, searches }) => [title, searches])).toEqual([
      ["zauberbürste tauschen", 6],
      ["gefunden und doch gefragt", 6],
    ]);
    expect(await audits("search_gap.opened")).toBe(2);
    await searched("zauberbürste tauschen", 3);
    await gatherGaps();
    expect((await gaps()).map(({ searches }) => searches)).toEqual([9, 6]);
  });

  test("is opened and given away by managers only", async () => {
    for (const actor of [agent, asker, visitor]) {
      await expect(openGap(actor, { locale: "de", query: "etwas" })).rejects.toThrow(Forbidden);
      await expect(assignGap(actor, { id: 1, ownerId: null })).rejects.toThrow(Forbidden);
      await expect(closeGap(actor, { id: 1 })).rejects.toThrow(Forbidden);
    }
    for (const input of [{ locale: "de", query: "?!" }, { locale: "xx", query: "etwas" }, null]) await expect(openGap(manager, input)).rejects.toThrow(InvalidInput);
    const { id } = await openGap(manager, { locale: "de", query: "Knirschfilter wechseln" });
    expect(await openGap(manager, { locale: "de", query: "wechseln: knirschfilter?" })).toEqual({ id });
    await assignGap(manager, { id, ownerId: agent.id });
    expect((await gaps())[0]).toMatchObject({ id, ownerId: agent.id });
    await expect(assignGap(manager, { id, ownerId: asker.id })).rejects.toThrow(InvalidInput);
    await expect(assignGap(manager, { id: 99_999, ownerId: null })).rejects.toThrow(NotFound);
    await expect(closeGap(manager, { id: 99_999 })).rejects.toThrow(NotFound);
  });

  test("can't be closed before the search finds an answer, closes then, and opens again when it is lost", async () => {
    const { id } = await openGap(manager, { locale: "de", query: "Knatterbox entstören" });
    const here = async () => (await gaps()).find((gap) => gap.id === id);
    await expect(closeGap(manager, { id })).rejects.toThrow(Conflict);
    expect(await here()).toMatchObject({ closedAt: null, replay: [{ query: "knatterbox entstören", place: 0, key: null }] });

    const category = await makeCategory();
    const thread = await makeThread(asker, { title: "Knatterbox entstören, aber wie?", locale: "de", category: category.slug });
    await indexChanges();
    // Somebody else with the same question is no answer.
    await expect(closeGap(manager, { id })).rejects.toThrow(Conflict);
    await db.execute(sql`update threads set state = 'solved' where id = ${thread.id}`);
    await db.execute(sql`update search_documents set state = 'solved' where kind = 'thread' and doc_id = ${thread.id}`);
    await closeGap(manager, { id });
    await closeGap(manager, { id });
    expect(await audits("search_gap.closed")).toBe(1);
    expect(await here()).toMatchObject({ closedById: manager.id, replay: [{ place: 1, key: `thread:${thread.id}` }] });

    await replayGaps();
    expect((await here())?.closedAt).not.toBeNull();
    await inTransaction((tx) => changeThreadStatus(tx, manager, thread.id, "hidden"));
    await replayGaps();
    expect(await here()).toMatchObject({ closedAt: null, replay: [{ place: 0 }] });
    expect((await here())?.reopenedAt).not.toBeNull();
    expect(await audits("search_gap.reopened")).toBe(1);
  });
});
