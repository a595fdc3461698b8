import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { agentPresence, notifications } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { setDepartmentMembers } from "@/lib/departments/set-department-members";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { system } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { expireLeases } from "@/lib/presence/expire-leases";
import { getPresence } from "@/lib/presence/get-presence";
import { setPresence } from "@/lib/presence/set-presence";
import { getAvailability } from "@/lib/queue/get-availability";
import { listQueue } from "@/lib/queue/list-queue";
import { readPlaces } from "@/lib/queue/read-places";
import { keepShifts } from "./keep-shifts";
import { loadShifts } from "./load-shifts";
import { planShifts } from "./plan-shifts";

testDatabase();
afterEach(() => setClock(null));

/** A Wednesday in summer: Berlin is two hours ahead. */
const at = (clock: string) => setClock(new Date(`2026-06-10T${clock}:00+02:00`));
const hours = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "08:00", to: "18:00" })), exceptions: [] };
const week = (from: string, to: string) => ({ weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from, to })), exceptions: [] });
const boss = () => makeMember({ role: "manager" });
const instant = (clock: string, day = "10") => new Date(`2026-06-${day}T${clock}:00+02:00`).toISOString();
const toldOf = async (memberId: number) =>
  (await db.select().from(notifications).where(and(eq(notifications.memberId, memberId), eq(notifications.kind, "shift_begins")))).length;
const stateOf = async (memberId: number) =>
  (await db.select({ state: agentPresence.state }).from(agentPresence).where(eq(agentPresence.memberId, memberId)))[0]?.state;

/** An agent with a plan in a department that is open from eight to six. */
async function planned(from: string, to: string, { online = false } = {}) {
  const place = await makeChatPlace(hours);
  const agent = await makeAgent(place, { online });
  await planShifts(await boss(), { memberId: agent.id, departmentId: place.departmentId, plan: week(from, to) });
  return { place, agent };
}

describe("planShifts", () => {
  test("is planned, changed and taken back by managers, for those who work there", async () => {
    const { place, agent } = await planned("09:00", "13:00");
    const manager = await boss();
    const own = async () => (await loadShifts()).filter(({ memberId }) => memberId === agent.id);
    expect(await own()).toMatchObject([{ departmentId: place.departmentId, plan: { zone: "Europe/Berlin" } }]);
    await planShifts(manager, { memberId: agent.id, departmentId: place.departmentId, plan: week("10:00", "14:00") });
    expect((await own())[0]?.plan.weekly[0]).toMatchObject({ from: "10:00" });
    expect(await auditOf("member", agent.id)).toEqual(["shifts.planned", "shifts.planned"]);
    await planShifts(manager, { memberId: agent.id, departmentId: place.departmentId, plan: { weekly: [], exceptions: [] } });
    expect(await own()).toEqual([]);
  });

  test("is refused to agents, for strangers to the department, and without sense", async () => {
    const { place, agent } = await planned("09:00", "13:00");
    const plan = week("09:00", "13:00");
    const manager = await boss();
    await expect(planShifts(agent, { memberId: agent.id, departmentId: place.departmentId, plan })).rejects.toMatchObject({ code: "forbidden" });
    await expect(planShifts(manager, { memberId: manager.id, departmentId: place.departmentId, plan })).rejects.toMatchObject({ code: "not_found" });
    const wrong = { ...plan, weekly: [{ day: 0, from: "25:00", to: "13:00" }] };
    await expect(planShifts(manager, { memberId: agent.id, departmentId: place.departmentId, plan: wrong })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("counts only while they work there, and comes back with them", async () => {
    const { place, agent } = await planned("09:00", "13:00");
    const manager = await boss();
    await setDepartmentMembers(manager, { id: place.departmentId, memberIds: [] });
    expect((await loadShifts()).some(({ memberId }) => memberId === agent.id)).toBe(false);
    await setDepartmentMembers(manager, { id: place.departmentId, memberIds: [agent.id] });
    expect((await loadShifts()).some(({ memberId }) => memberId === agent.id)).toBe(true);
  });
});

describe("when somebody is back", () => {
  test("is the next shift within the hours, not the opening; without a plan it is the opening", async () => {
    const { place } = await planned("10:00", "22:00");
    const { departmentId } = place;
    at("07:00");
    expect(await getAvailability(system("test"), { departmentId })).toMatchObject({ state: "closed", nextOpenAt: instant("10:00") });
    at("09:00");
    expect(await getAvailability(system("test"), { departmentId })).toMatchObject({ state: "closed", nextOpenAt: instant("10:00") });
    at("19:00");
    expect(await getAvailability(system("test"), { departmentId })).toMatchObject({ nextOpenAt: instant("10:00", "11") });
    at("12:00");
    expect((await getAvailability(system("test"), { departmentId })).nextOpenAt).toBe(undefined);
    const unplanned = await makeChatPlace(hours);
    at("07:00");
    expect(await getAvailability(system("test"), { departmentId: unplanned.departmentId })).toMatchObject({ nextOpenAt: instant("08:00") });
  });

  test("is told to those who wait while nobody is there any more", async () => {
    at("09:00");
    const { place, agent } = await planned("13:00", "17:00", { online: true });
    const { asker, threadId } = await makeAsker(place);
    await escalateThread(asker, threadId, { choice: "chat" });
    await setPresence(agent, { state: "offline" });
    await expireLeases();
    const [waiting] = await readPlaces(db, place.departmentId);
    expect(waiting).toMatchObject({ waitSeconds: null, backAt: new Date(instant("13:00")) });
  });

  test("nobody is put into a line whose turn comes after the last shift", async () => {
    at("16:30");
    const { place, agent } = await planned("09:00", "17:00", { online: true });
    await db.update(agentPresence).set({ capacity: 1, load: 1 }).where(eq(agentPresence.memberId, agent.id));
    const choices = async () => (await getAvailability(system("test"), { departmentId: place.departmentId })).choices;
    expect(await choices()).toContain("chat");
    at("16:57");
    await setPresence(agent, { state: "online" });
    expect(await choices()).toEqual(["callback", "message"]);
  });
});

describe("the beginning and the end of a shift", () => {
  test("whoever is not there when it begins is asked once; who is, is not; nor on a holiday of the department", async () => {
    const late = await planned("09:00", "13:00");
    at("08:59");
    await keepShifts();
    expect(await toldOf(late.agent.id)).toBe(0);
    at("09:01");
    const there = await planned("09:00", "13:00", { online: true });
    await Promise.all([keepShifts(), keepShifts()]);
    await keepShifts();
    expect([await toldOf(late.agent.id), await toldOf(there.agent.id)]).toEqual([1, 0]);
    at("09:30");
    const standing = await planned("09:00", "13:00");
    await keepShifts();
    expect(await toldOf(standing.agent.id)).toBe(0);

    const shut = await makeChatPlace({ ...hours, exceptions: [{ from: "2026-06-10", to: "2026-06-10", closed: true }] });
    const free = await makeAgent(shut, { online: false });
    await planShifts(await boss(), { memberId: free.id, departmentId: shut.departmentId, plan: week("14:00", "15:00") });
    at("14:01");
    await keepShifts();
    expect(await toldOf(free.id)).toBe(0);
  });

  test("ten minutes before the end nothing new is offered, once: who says online again means it", async () => {
    at("09:00");
    const { agent } = await planned("09:00", "13:00", { online: true });
    const alive = () => db.update(agentPresence).set({ leaseUntil: new Date("2026-06-10T20:00:00Z") }).where(eq(agentPresence.memberId, agent.id));
    await alive();
    at("12:49");
    await keepShifts();
    expect(await stateOf(agent.id)).toBe("online");
    at("12:51");
    await keepShifts();
    expect(await stateOf(agent.id)).toBe("draining");
    await setPresence(agent, { state: "online" });
    await alive();
    at("12:52");
    await keepShifts();
    expect((await getPresence(agent)).state).toBe("online");
  });

  test("whoever goes on in another department goes on", async () => {
    at("09:00");
    const { agent } = await planned("09:00", "13:00", { online: true });
    const other = await makeChatPlace(hours);
    const manager = await boss();
    await setDepartmentMembers(manager, { id: other.departmentId, memberIds: [agent.id] });
    await planShifts(manager, { memberId: agent.id, departmentId: other.departmentId, plan: week("12:30", "17:00") });
    await db.update(agentPresence).set({ leaseUntil: new Date("2026-06-10T20:00:00Z") }).where(eq(agentPresence.memberId, agent.id));
    at("12:55");
    await keepShifts();
    expect(await stateOf(agent.id)).toBe("online");
  });

  test("who declares online outside of any shift is offered chats: the plan asks, people decide", async () => {
    at("08:30");
    const { place } = await planned("10:00", "17:00", { online: true });
    await keepShifts();
    expect(await getAvailability(system("test"), { departmentId: place.departmentId })).toMatchObject({ state: "open" });
  });
});

test("the wall says who should be there and is not", async () => {
  at("10:00");
  const { place, agent } = await planned("09:00", "13:00", { online: true });
  const missing = await makeAgent(place, { online: false });
  const manager = await boss();
  await planShifts(manager, { memberId: missing.id, departmentId: place.departmentId, plan: week("09:00", "12:00") });
  const ofPlace = async () => (await listQueue(manager)).departments.find(({ id }) => id === place.departmentId)?.planned;
  expect(await ofPlace()).toEqual({ count: 2, missing: [missing.displayName] });
  at("14:00");
  expect(await ofPlace()).toBe(null);
  expect(agent.id).not.toBe(missing.id);
});
