import { desc, eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { auditLog, suggestionOutcomes } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput } from "@/lib/platform/errors";
import { compareArms, effectOf } from "./compare-arms";
import { armOf, isHeldOut } from "./holdout";
import { indexChanges } from "./index-changes";
import { readHoldout } from "./read-tuning";
import { recordSuggestionOutcome } from "./record-suggestion-outcome";
import { setHoldout } from "./set-holdout";
import { setSuggestionOptOut } from "./set-suggestion-opt-out";
import { suggest } from "./suggest";

testDatabase();

let manager: Member;
let asker: Member;
beforeAll(async () => {
  [manager, asker] = await Promise.all([makeMember({ role: "manager" }), makeMember()]);
});
afterEach(() => setHoldout(manager, { on: false }));

const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}`);

describe("the draw", () => {
  test("takes one in twenty, the same ones each time, others with another salt", () => {
    const draw = (salt: string) => people(20_000).filter((person) => armOf(person, { percent: 5, salt }) === "held");
    const first = draw("a");
    expect(first.length / 20_000).toBeGreaterThan(0.045);
    expect(first.length / 20_000).toBeLessThan(0.055);
    expect(draw("a")).toEqual(first);
    const both = draw("b").filter((person) => first.includes(person)).length;
    expect(both / first.length).toBeLessThan(0.1);
  });

  test("between two groups alike the interval holds nothing in nineteen of twenty draws", () => {
    let covered = 0;
    const draws = 400;
    // Forty of a hundred ask, whatever they are shown: an A/A run.
    const asks = (person: string) => armOf(person, { percent: 40, salt: "asks" }) === "held";
    const everybody = people(4_000).map((person) => ({ person, asks: asks(person) }));
    for (let round = 0; round < draws; round++) {
      const arms = { shown: { people: 0, posted: 0 }, held: { people: 0, posted: 0 } };
      for (const each of everybody) {
        const arm = arms[armOf(each.person, { percent: 5, salt: `round-${round}` })];
        arm.people += 1;
        if (each.asks) arm.posted += 1;
      }
      const { low, high } = effectOf(arms.shown, arms.held);
      if (low <= 0 && high >= 0) covered += 1;
    }
    expect(covered / draws).toBeGreaterThan(0.92);
  });

  test("a real difference is seen", () => {
    const { difference, low } = effectOf({ people: 2_000, posted: 600 }, { people: 200, posted: 100 });
    expect(difference).toBeCloseTo(0.2);
    expect(low).toBeGreaterThan(0.1);
  });
});

describe("the comparison", () => {
  test("is off, and only managers start it, with an audit row", async () => {
    expect((await readHoldout()).on).toBe(false);
    await expect(setHoldout(asker, { on: true })).rejects.toThrow(Forbidden);
    await expect(setHoldout(manager, { on: "yes" })).rejects.toThrow(InvalidInput);
    await expect(compareArms(asker)).rejects.toThrow(Forbidden);
    await setHoldout(manager, { on: true });
    const [audit] = await db.select().from(auditLog).where(eq(auditLog.action, "holdout.started")).orderBy(desc(auditLog.id));
    expect(audit).toMatchObject({ actorId: manager.id });
    expect((await readHoldout()).percent).toBe(5);
  });

  test("who is drawn sees nothing and is told, unless they don't want to be; staff never is", async () => {
    const category = await makeCategory();
    await makeThread(asker, { title: "Wobbelkopf quietscht beim Schleudern", locale: "de", category: category.slug });
    await indexChanges();
    await setHoldout(manager, { on: true });
    const { salt } = await readHoldout();
    const voices = people(500);
    const held = voices.find((voice) => armOf(voice, { percent: 5, salt }) === "held") ?? "";
    const shown = voices.find((voice) => armOf(voice, { percent: 5, salt }) === "shown") ?? "";
    const ask = (more: object) => suggest(visitor, { title: "Mein Wobbelkopf quietscht", preferLocale: "de", unsure: "true", ...more });
    expect(await ask({ voice: held })).toMatchObject({ hits: [], held: true });
    expect((await ask({ voice: shown })).hits).toHaveLength(1);
    expect((await ask({ voice: held, all: "true" })).hits).toHaveLength(1);
    expect((await ask({ voice: held, title: "etwas das es hier nicht gibt" })).held).toBeUndefined();

    let drawn: Member | undefined;
    while (!drawn) {
      const member = await makeMember();
      if (armOf(`member:${member.id}`, { percent: 5, salt }) === "held") drawn = member;
    }
    expect(await isHeldOut(drawn, undefined)).toBe(true);
    expect(await isHeldOut({ ...drawn, role: "agent" }, undefined)).toBe(false);
    await setSuggestionOptOut(drawn, { on: true });
    await setSuggestionOptOut(drawn, { on: true });
    expect(await isHeldOut(drawn, undefined)).toBe(false);
    const audits = await db.select().from(auditLog).where(eq(auditLog.action, "suggestions.opted_out"));
    expect(audits).toHaveLength(1);
    // Who chose to see everything belongs to neither group.
    await recordSuggestionOutcome(drawn, { title: "x", shown: [], outcome: "abandoned" });
    const [row] = await db.select().from(suggestionOutcomes).orderBy(desc(suggestionOutcomes.id)).limit(1);
    expect(row?.arm).toBe("opted_out");
    await expect(setSuggestionOptOut(visitor, { on: true })).rejects.toThrow();
  });

  test("counts those who had something to see, and tells no difference of a few", async () => {
    await inTransaction((tx) => tx.execute(sql`delete from suggestion_outcomes`));
    await setHoldout(manager, { on: true });
    const shown = [{ kind: "thread", id: 1 }];
    for (let index = 0; index < 25; index++) {
      await recordSuggestionOutcome(visitor, { title: "a", shown, outcome: index < 10 ? "posted_anyway" : "left_satisfied" });
      await recordSuggestionOutcome(visitor, { title: "a", shown: [], outcome: index < 20 ? "posted_anyway" : "abandoned", held: true });
    }
    await recordSuggestionOutcome(visitor, { title: "a", shown: [], outcome: "posted_anyway" });
    expect(await compareArms(manager)).toMatchObject({ on: true, shown: { people: 25, posted: 10 }, held: { people: 25, posted: 20 }, effect: { difference: 0.4 } });
    await inTransaction((tx) => tx.execute(sql`delete from suggestion_outcomes where arm = 'held' and outcome = 'abandoned'`));
    await inTransaction((tx) => tx.execute(sql`delete from suggestion_outcomes where id in (select id from suggestion_outcomes where arm = 'held' limit 5)`));
    expect((await compareArms(manager)).effect).toBeNull();
  });
});
