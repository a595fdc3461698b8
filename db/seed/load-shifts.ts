import type { Tx } from "@/db/client";
import { planShifts } from "@/lib/shifts/plan-shifts";
import { shifts } from "./content/shifts";
import { person, type World } from "./world";

/** Who is planned to be there when. Holidays are taken every year, as far as they go. */
export async function loadShifts(tx: Tx, world: World): Promise<void> {
  const year = world.startedAt.getUTCFullYear();
  for (const { person: name, department, weekly, holidays } of shifts) {
    const exceptions = holidays.map(([from, to]) => ({ from: `${year}-${from}`, to: `${to < from ? year + 1 : year}-${to}`, repeatYearly: true, closed: true }));
    // The sample counts days from 1 = Monday, a plan from 0.
    const plan = { weekly: weekly.map(({ day, ...times }) => ({ day: day - 1, ...times })), exceptions };
    await planShifts(person(world, "lena-hartmann"), { memberId: person(world, name).id, departmentId: world.departments.get(department), plan }, tx);
  }
}
