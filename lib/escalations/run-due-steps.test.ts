import { and, asc, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { categories, escalations, escalationSteps, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeAnswer, makeMember } from "@/db/testing/factories";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { setRejection } from "@/lib/answers/set-rejection";
import { setClock } from "@/lib/platform/clock";
import { setPresence } from "@/lib/presence/set-presence";
import { getThreadOverlay } from "@/lib/threads/get-overlay";
import { declineHelp } from "./decline-help";
import { escalateThread } from "./escalate-thread";
import { openEscalation } from "./open-escalation";
import { runDueSteps } from "./run-due-steps";
import { restartEscalation, stopEscalation } from "./stop-escalation";

testDatabase();
afterEach(() => setClock(null));

/** Monday to Friday 9 to 17 in Bavaria, closed on its holidays. */
const officeHours = {
  zone: "Europe/Berlin",
  weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "09:00", to: "17:00" })),
  holidays: { land: "BY" },
};
const at = (instant: string) => setClock(new Date(instant));

/** The clock runs on while the test does. */
const secondsOf = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`;

async function askedAt(instant: string, calendar: unknown = officeHours) {
  at(instant);
  const place = await makeChatPlace(calendar);
  const { asker, threadId } = await makeAsker(place);
  await openEscalation({ threadId });
  return { place, asker, threadId };
}

async function stepsOf(threadId: number) {
  return db
    .select({ action: escalationSteps.action, dueAt: escalationSteps.dueAt, outcome: escalationSteps.outcome, cycle: escalations.cycle })
    .from(escalationSteps)
    .innerJoin(escalations, eq(escalations.id, escalationSteps.escalationId))
    .where(eq(escalations.threadId, threadId))
    .orderBy(asc(escalations.cycle), asc(escalationSteps.level));
}

async function cycleOf(threadId: number) {
  const rows = await db.select().from(escalations).where(eq(escalations.threadId, threadId)).orderBy(asc(escalations.cycle));
  return rows.at(-1);
}

async function noticesOf(memberId: number, threadId?: number): Promise<string[]> {
  const about = threadId === undefined ? undefined : eq(notifications.threadId, threadId);
  const rows = await db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(and(eq(notifications.memberId, memberId), about))
    .orderBy(notifications.id);
  return rows.map(({ kind }) => kind);
}

describe("the ladder", () => {
  test("waits over a long weekend: asked on Maundy Thursday, offered on Tuesday after Easter", async () => {
    const { threadId, asker, place } = await askedAt("2027-03-25T15:30:00Z"); // Thursday 16:30 in Berlin
    const steps = await stepsOf(threadId);
    expect(steps.slice(0, 5).map(({ action, dueAt }) => [action, secondsOf(dueAt)])).toEqual([
      ["similar", "2027-03-25T15:30:00Z"],
      ["nudge_experts", "2027-03-25T15:45:00Z"],
      ["inbox", "2027-03-30T07:30:00Z"], // half an hour on Thursday, half an hour on Tuesday
      ["offer_chat", "2027-03-30T08:00:00Z"],
      ["assign_owner", "2027-03-30T08:30:00Z"],
    ]);
    at("2027-03-28T12:00:00Z"); // Easter Sunday
    await runDueSteps();
    expect(await noticesOf(asker.id)).toEqual([]);
    expect(await getThreadOverlay(asker, threadId)).toMatchObject({ escalation: { state: "nudged" } });

    at("2027-03-30T08:00:30Z");
    const agent = await makeAgent(place);
    await Promise.all([runDueSteps(), runDueSteps(), runDueSteps()]);
    await runDueSteps();
    expect(await noticesOf(asker.id)).toEqual(["chat_offered"]);
    expect(await noticesOf(agent.id)).toEqual(["department_inbox"]);
    expect(await getThreadOverlay(asker, threadId)).toMatchObject({ escalation: { state: "offered_chat", departmentId: place.departmentId } });
    expect((await stepsOf(threadId)).filter(({ outcome }) => outcome === "run")).toHaveLength(4);
  });

  test("offers no chat when nobody is there", async () => {
    const { asker } = await askedAt("2026-11-23T10:00:00Z");
    at("2026-11-23T11:31:00Z");
    await runDueSteps();
    expect(await noticesOf(asker.id)).toEqual(["help_offered"]);
  });

  test("asks at most five who may know, and never the asker", async () => {
    at("2026-11-23T10:00:00Z");
    const place = await makeChatPlace(officeHours);
    const { rows } = await db.execute<{ id: string }>(sql`select id from categories where slug = ${place.category}`);
    const categoryId = Number(rows[0]?.id);
    const experts = await Promise.all(Array.from({ length: 7 }, () => makeMember({ role: "expert", expertIn: [categoryId] })));
    const { threadId } = await makeAsker(place);
    await openEscalation({ threadId });
    at("2026-11-23T10:15:01Z");
    await runDueSteps();
    const told = await Promise.all(experts.map(async ({ id }) => (await noticesOf(id)).length));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  test("nudges nobody about a question they may not see", async () => {
    const { place, threadId } = await askedAt("2026-11-23T09:00:00Z");
    await db.update(categories).set({ audience: "staff" }).where(eq(categories.slug, place.category));
    const [category] = await db.select({ id: categories.id }).from(categories).where(eq(categories.slug, place.category));
    const expert = await makeMember({ role: "expert", expertIn: [category?.id ?? 0] });
    at("2026-11-23T09:16:00Z");
    await runDueSteps();
    expect(await noticesOf(expert.id)).toEqual([]);
    expect((await stepsOf(threadId))[1]).toMatchObject({ action: "nudge_experts", outcome: "run" });
  });

  test("stores the category's own minutes when the question is asked", async () => {
    at("2026-11-23T10:00:00Z");
    const place = await makeChatPlace(officeHours);
    await inTransaction((tx) =>
      tx.execute(sql`update categories set ladder = '[{"action":"offer_chat","afterMinutes":5},{"action":"inbox","afterMinutes":null}]' where slug = ${place.category}`),
    );
    const { threadId } = await makeAsker(place);
    await openEscalation({ threadId });
    await inTransaction((tx) => tx.execute(sql`update categories set ladder = null where slug = ${place.category}`));
    await openEscalation({ threadId });
    const steps = await stepsOf(threadId);
    expect(steps.find(({ action }) => action === "offer_chat")?.dueAt.toISOString().slice(0, 19)).toBe("2026-11-23T10:05:00");
    expect(steps.some(({ action }) => action === "inbox")).toBe(false);
  });

  test("skips while there is an answer, stops when solved, and begins anew when it did not help", async () => {
    const { asker, threadId, place } = await askedAt("2026-11-23T10:00:00Z");
    const helper = await makeMember();
    at("2026-11-23T10:05:00");
    const answerId = await makeAnswer(helper, threadId);
    at("2026-11-23T11:40:00Z");
    await makeAgent(place);
    await runDueSteps();
    expect(await noticesOf(asker.id)).not.toContain("chat_offered");

    await setAcceptance(asker, answerId, true);
    await stopEscalation({ threadId });
    expect(await cycleOf(threadId)).toMatchObject({ cycle: 1, state: "stopped", stopCause: "solved" });

    at("2026-11-23T12:00:00Z");
    await setRejection(asker, { id: answerId, rejected: true });
    await restartEscalation({ threadId, answerId });
    await restartEscalation({ threadId, answerId });
    expect(await cycleOf(threadId)).toMatchObject({ cycle: 2, state: "unanswered" });
    at("2026-11-23T13:31:00Z");
    await runDueSteps();
    expect(await noticesOf(asker.id)).toContain("help_offered");
  });

  test("does not ask again who declined or is in a conversation", async () => {
    const { asker, threadId, place } = await askedAt("2026-11-23T10:00:00Z");
    await expect(declineHelp(await makeMember(), threadId)).rejects.toMatchObject({ code: "forbidden" });
    await declineHelp(asker, threadId);
    const other = await makeAsker(place);
    await openEscalation({ threadId: other.threadId });
    await escalateThread(other.asker, other.threadId, { choice: "message" });
    at("2026-11-23T11:31:00Z");
    await runDueSteps();
    expect(await noticesOf(asker.id)).toEqual([]);
    expect(await noticesOf(other.asker.id)).toEqual([]);
  });

  test("gives an owner who is there, and alerts until somebody of the company writes", async () => {
    const { threadId, place } = await askedAt("2026-11-23T08:00:00Z");
    const manager = await makeMember({ role: "manager" });
    await makeAgent(place, { online: false });
    const present = await makeAgent(place, { online: false });
    at("2026-11-23T10:01:00Z");
    await setPresence(present, { state: "online" });
    await runDueSteps();
    expect(await cycleOf(threadId)).toMatchObject({ ownerId: present.id });
    expect(await noticesOf(present.id)).toContain("escalation_owner");
    at("2026-11-24T08:01:00Z");
    await runDueSteps();
    expect((await noticesOf(manager.id, threadId)).filter((kind) => kind === "escalation_alert")).toHaveLength(1);
    await makeAnswer(present, threadId);
    at("2026-12-20T08:01:00Z");
    await runDueSteps();
    expect((await noticesOf(manager.id, threadId)).filter((kind) => kind === "escalation_alert")).toHaveLength(1);
    const [open] = await db
      .select()
      .from(escalationSteps)
      .innerJoin(escalations, eq(escalations.id, escalationSteps.escalationId))
      .where(and(eq(escalations.threadId, threadId), eq(escalationSteps.action, "alert_lead"), eq(escalationSteps.outcome, "run")));
    expect(open).toBeUndefined();
  });
});
