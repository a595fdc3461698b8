import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { setClock } from "@/lib/platform/clock";
import { planShifts } from "@/lib/shifts/plan-shifts";
import { agentsFor, shareInTime } from "./erlang-c";
import { suggestStaffing } from "./suggest-staffing";

testDatabase();
afterEach(() => setClock(null));

/** The same numbers each time (mulberry32). */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** People come by chance and are served in turn; how many of them within the promise. */
function simulate(seats: number, perHour: number, seatSeconds: number, promiseSeconds: number): number {
  const random = chance(7);
  const free = Array.from({ length: seats }, () => 0);
  let time = 0;
  let inTime = 0;
  const people = 40_000;
  for (let person = 0; person < people; person++) {
    time += (-Math.log(1 - random()) * 3_600) / perHour;
    const seat = free.indexOf(Math.min(...free));
    const starts = Math.max(time, free[seat] ?? 0);
    if (starts - time <= promiseSeconds) inTime += 1;
    free[seat] = starts - Math.log(1 - random()) * seatSeconds;
  }
  return inTime / people;
}

describe("how many agents", () => {
  test("what is computed is what a simulation sees, and one agent fewer would not do", () => {
    for (const [perHour, seatSeconds, seatsEach] of [[40, 600, 1], [60, 480, 3], [12, 900, 1]] as const) {
      const agents = agentsFor({ perHour, seatSeconds }, seatsEach, 600, 0.9);
      const seen = simulate(agents * seatsEach, perHour, seatSeconds, 600);
      expect(Math.abs(seen - shareInTime(agents * seatsEach, { perHour, seatSeconds }, 600))).toBeLessThan(0.03);
      expect(seen).toBeGreaterThan(0.87);
      expect(shareInTime((agents - 1) * seatsEach, { perHour, seatSeconds }, 600)).toBeLessThan(0.9);
    }
  });

  test("nobody comes, nobody is needed; the more come the more are needed", () => {
    expect(agentsFor({ perHour: 0, seatSeconds: 480 }, 3, 600, 0.9)).toBe(0);
    const needed = [1, 10, 50, 200, 1_000].map((perHour) => agentsFor({ perHour, seatSeconds: 480 }, 3, 600, 0.9));
    expect(needed).toEqual([...needed].sort((a, b) => a - b));
    expect(needed.at(-1)).toBeGreaterThan(40);
  });
});

describe("a week with a known peak", () => {
  const hours = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4].map((day) => ({ day, from: "08:00", to: "18:00" })), exceptions: [] };

  /** Four weeks: forty on each Monday between ten and eleven by the clock of Berlin, two in each other open hour of Mondays. */
  async function busyMondays() {
    setClock(new Date("2026-06-26T10:00:00Z"));
    const place = await makeChatPlace(hours);
    const { asker, threadId } = await makeAsker(place);
    await db.execute(sql`
      with made as (
        insert into conversations (thread_id, asker_id, department_id, state, choice, packet, disposition, created_at, accepted_at)
        select ${threadId}, ${asker.id}, ${place.departmentId}, 'left', 'chat', '{}', null, at, at + interval '90 seconds'
        from generate_series(0, 3) as week, generate_series(8, 17) as hour, generate_series(1, 40) as nth,
          lateral (select timestamptz '2026-06-01 00:00+02' + week * interval '7 days' + hour * interval '1 hour' + nth * interval '80 seconds' as at) as time
        where hour = 10 or nth <= 2
        returning id, created_at)
      insert into queue_entries (conversation_id, department_id, state, enqueued_at, deadline_at, ended_at)
      select id, ${place.departmentId}, 'left', created_at, created_at, created_at from made`);
    return place;
  }

  test("the suggestion covers the peak, and says who is planned", async () => {
    const place = await busyMondays();
    const agent = await makeAgent(place, { online: false });
    const plan = { weekly: [{ day: 0, from: "08:00", to: "12:30" }], exceptions: [] };
    const manager = await makeMember({ role: "manager" });
    await planShifts(manager, { memberId: agent.id, departmentId: place.departmentId, plan });
    const view = await suggestStaffing(manager, place.departmentId);
    const at = (day: number, from: string) => view.halfHours.find((each) => each.day === day && each.from === from);
    expect(view).toMatchObject({ weeks: 4, requests: 4 * (40 + 9 * 2), seatsEach: 3, promiseMinutes: 10, hasPlan: true });
    // Twenty-two of the forty before half past ten.
    expect(at(0, "10:00")).toMatchObject({ open: true, arrivals: 22, waitSeconds: 90, planned: 1 });
    expect(at(0, "10:30")).toMatchObject({ arrivals: 18, planned: 1 });
    expect(at(0, "10:00")?.needed).toBe(agentsFor({ perHour: 44, seatSeconds: view.seatSeconds }, 3, 600, 0.9));
    expect(at(0, "10:00")?.needed).toBeGreaterThan(1);
    expect(at(0, "09:00")).toMatchObject({ arrivals: 2, needed: 1, planned: 1 });
    expect([at(0, "12:00")?.planned, at(0, "12:30")?.planned]).toEqual([1, 0]);
    expect(at(0, "14:00")).toMatchObject({ needed: 1, planned: 0 });
    expect(at(3, "09:30")).toMatchObject({ arrivals: 0, needed: 1 });
    expect(at(6, "10:00")).toMatchObject({ open: false, needed: null });
  });

  test("those who were refused count as well; of few requests nothing is said; members see nothing", async () => {
    setClock(new Date("2026-06-26T10:00:00Z"));
    const place = await makeChatPlace(hours);
    await db.execute(sql`
      insert into follow_ups (kind, reason, causes, department_id, happened_at, due_at, ended_at)
      select 'refused', 'full', '{}', ${place.departmentId}, '2026-06-22 12:15+02', now(), now() from generate_series(1, 19)`);
    const manager = await makeMember({ role: "manager" });
    const noon = async () => (await suggestStaffing(manager, place.departmentId)).halfHours.find(({ day, from }) => day === 0 && from === "12:00");
    expect(await noon()).toMatchObject({ refused: 19, needed: null });
    await db.execute(sql`
      insert into follow_ups (kind, reason, causes, department_id, happened_at, due_at, ended_at)
      values ('refused', 'full', '{}', ${place.departmentId}, '2026-06-22 12:20+02', now(), now())`);
    expect(await noon()).toMatchObject({ refused: 20, arrivals: 20, waitSeconds: null });
    expect((await noon())?.needed).toBeGreaterThanOrEqual(1);
    await expect(suggestStaffing(await makeMember(), place.departmentId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(suggestStaffing(manager, 999_999)).rejects.toMatchObject({ code: "not_found" });
  });
});
