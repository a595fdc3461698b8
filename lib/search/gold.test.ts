import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { auditLog, goldPairs, searchCalibrations, searchQueries, searchQuality } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makePeople, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { closeAsDuplicate } from "@/lib/threads/close-as-duplicate";
import { calibrateSuggestions } from "./calibrate-suggestions";
import { collectGold } from "./collect-gold";
import { indexChanges } from "./index-changes";
import { judgeGoldPair } from "./judge-gold-pair";
import { measureQuality } from "./measure-quality";
import { readSearchTuning } from "./read-tuning";
import { recordSuggestionOutcome } from "./record-suggestion-outcome";
import { scoreRanking } from "./score-ranking";
import { shippedThreshold } from "./tuning";

testDatabase();

let manager: Member;
let agent: Member;
let asker: Member;
let category: { slug: string };
beforeAll(async () => {
  ({ manager, agent, asker } = await makePeople());
  category = await makeCategory();
});

const thread = (title: string) => makeThread(asker, { title, locale: "de", category: category.slug });
const pairs = () => db.select().from(goldPairs).orderBy(goldPairs.id);

test("MRR, recall and nDCG of a ranking", () => {
  const right = new Set(["a", "b"]);
  expect(scoreRanking(["x", "a", "b"], right)).toMatchObject({ mrr: 0.5, recall: 1, place: 2 });
  expect(scoreRanking(["a", "b"], right).ndcg).toBe(1);
  expect(scoreRanking(["x", "y"], right)).toEqual({ mrr: 0, recall: 0, ndcg: 0, place: 0 });
  expect(scoreRanking([..."0123456789", "a"], right).place).toBe(0);
});

describe("the gold set", () => {
  test("grows from that's it, duplicates, and clicks of several people; a manager has the last word", async () => {
    const original = await thread("Flutschventil tropft beim Füllen");
    const again = await thread("Es tropft aus dem Flutschventil");
    await indexChanges();
    await closeAsDuplicate(manager, { id: again.id, duplicateOf: original.id });
    await recordSuggestionOutcome(asker, { title: "Flutschventil füllt nicht", shown: [], outcome: "left_satisfied", threadId: original.id, locale: "de" });
    await recordSuggestionOutcome(asker, { title: "Nicht geholfen", shown: [{ kind: "thread", id: original.id }], outcome: "posted_anyway", locale: "de" });
    const click = (query: string, count: number, key: string, more = {}) =>
      inTransaction((tx) =>
        tx.insert(searchQueries).values(
          Array.from({ length: count }, (_, index) => ({ query, locale: "de" as const, hits: 2, engine: "postgres", voice: `v${index}`, clicked: ["thread:1", key], createdAt: new Date(), ...more })),
        ),
      );
    const key = `thread:${original.id}`;
    await click("flutschventil", 3, key);
    await click("Tropfendes Ventil", 6, key);
    await click("flutschen", 2, key);
    await click("einer allein", 6, key, { voice: "same" });
    await click("doch gefragt", 6, key, { endedIn: "question" });
    await click("strittig", 3, key);
    await click("strittig", 3, `thread:${again.id}`, {});
    await collectGold();
    const found = (await pairs()).map(({ query, docId, source, state, votes }) => ({ query, docId, source, state, votes }));
    expect(found).toHaveLength(4);
    expect(found).toEqual(
      expect.arrayContaining([
        { query: "Flutschventil füllt nicht", docId: original.id, source: "thats_it", state: "accepted", votes: 1 },
        { query: "Es tropft aus dem Flutschventil", docId: original.id, source: "duplicate", state: "accepted", votes: 1 },
        { query: "flutschventil", docId: original.id, source: "click", state: "proposed", votes: 3 },
        { query: "tropfendes ventil", docId: original.id, source: "click", state: "accepted", votes: 6 },
      ]),
    );
    const certain = (await pairs()).find(({ query }) => query === "tropfendes ventil");
    await judgeGoldPair(manager, { id: certain?.id, to: "rejected" });
    await collectGold();
    expect((await pairs()).find(({ query }) => query === "tropfendes ventil")).toMatchObject({ state: "rejected", decidedById: manager.id });
    expect(await db.select().from(auditLog).where(eq(auditLog.action, "gold_pair.rejected"))).toHaveLength(1);
    expect(await pairs()).toHaveLength(4);
  });

  test("is judged by managers only", async () => {
    for (const actor of [agent, asker, visitor]) await expect(judgeGoldPair(actor, { id: 1, to: "accepted" })).rejects.toThrow(Forbidden);
    await expect(judgeGoldPair(manager, { id: 1, to: "maybe" })).rejects.toThrow(InvalidInput);
    await expect(judgeGoldPair(manager, { id: 99_999, to: "accepted" })).rejects.toThrow(NotFound);
  });

  test("is measured per language and engine, once a day, without what a visitor may not see", async () => {
    await measureQuality();
    await measureQuality();
    const [row, ...others] = await db.select().from(searchQuality).where(and(eq(searchQuality.locale, "de"), eq(searchQuality.engine, "postgres")));
    expect(others).toEqual([]);
    // The duplicate itself stands first for its own title, and is not held against the search.
    expect(row).toMatchObject({ queries: 2, mrr: 1, recall: 1, ndcg: 1, ranks: { "es tropft aus dem flutschventil": 1, "flutschventil füllt nicht": 1 } });
    expect(await db.select().from(searchQuality).where(eq(searchQuality.locale, "en"))).toEqual([]);
  });
});

describe("the nightly calibration", () => {
  test("learns from duplicates and outcomes, moves by at most 0.05 a day and once a day, and is in force at once", async () => {
    await inTransaction((tx) => tx.execute(sql`delete from suggestion_outcomes`));
    const titles = Array.from({ length: 18 }, (_, index) => `Ding${index} rumpelt`);
    const made = [];
    for (const title of titles) made.push(await thread(title));
    for (const index of titles.keys()) await thread(`Kram${index} blinkert${index} zischelt${index}`);
    await indexChanges();
    for (const [index, { id }] of made.entries()) {
      await recordSuggestionOutcome(asker, { title: `Ding${index} rumpelt laut`, shown: [], outcome: "me_too", threadId: id, locale: "de" });
      // One word of four in common: shown, and wrong.
      await recordSuggestionOutcome(asker, { title: `Ding${index} kram${index} blinkert${index} zischelt${index}`, shown: [{ kind: "thread", id }], outcome: "posted_anyway", locale: "de" });
    }
    const latest = async () => (await db.select().from(searchCalibrations).where(eq(searchCalibrations.locale, "de")).orderBy(sql`id desc`))[0];
    await calibrateSuggestions();
    await calibrateSuggestions();
    const first = await latest();
    expect(await db.select().from(searchCalibrations).where(eq(searchCalibrations.locale, "de"))).toHaveLength(1);
    expect(first?.labels).toBeGreaterThanOrEqual(36);
    expect(first?.curve).toHaveLength(101);
    let before = first?.threshold ?? 0;
    expect(Math.abs(before - shippedThreshold)).toBeLessThanOrEqual(0.0501);
    for (let day = 1; day <= 8; day++) {
      setClock(new Date(Date.now() + day * 86_400_000));
      await calibrateSuggestions();
      const next = (await latest())?.threshold ?? 0;
      expect(Math.abs(next - before)).toBeLessThanOrEqual(0.0501);
      before = next;
    }
    setClock(null);
    expect((await latest())?.precision).toBeGreaterThanOrEqual(0.8);
    expect((await readSearchTuning()).de.suggestionThreshold).toBeCloseTo(before, 5);
    // English has no labels: it stays with what ships.
    expect((await readSearchTuning()).en.suggestionThreshold).toBeCloseTo(shippedThreshold, 5);
  });
});
