import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { agentPresence } from "@/db/schema";
import type { Department } from "@/lib/departments/load-departments";
import { now } from "@/lib/platform/clock";
import { isThere } from "@/lib/presence/is-there";
import { loadShifts } from "./load-shifts";
import { isPlanned } from "./next-staffed";

/** Who should be there now: how many, and who of them is not. */
export type Planned = { count: number; missing: string[] };

/** Of each department that plans shifts and is open. */
export async function listPlanned(departments: readonly Department[]): Promise<Map<number, Planned>> {
  const time = now();
  const shifts = await loadShifts();
  const due = departments.map(({ id, calendar }) => ({
    id,
    shifts: shifts.filter((shift) => shift.departmentId === id && isPlanned(shift, calendar, time)),
  }));
  const ids = due.flatMap((each) => each.shifts.map(({ memberId }) => memberId));
  const rows = ids.length > 0 ? await db.select().from(agentPresence).where(inArray(agentPresence.memberId, ids)) : [];
  const there = new Set(rows.filter(isThere).map(({ memberId }) => memberId));
  return new Map(
    due
      .filter((each) => each.shifts.length > 0)
      .map((each) => {
        const missing = each.shifts.filter(({ memberId }) => !there.has(memberId)).map(({ name }) => name);
        return [each.id, { count: each.shifts.length, missing }];
      }),
  );
}
