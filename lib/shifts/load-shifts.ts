import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agentPresence, departmentMembers, departments, members, shifts } from "@/db/schema";
import { type Calendar, calendarInput } from "@/lib/hours/input";
import { singleton } from "@/lib/platform/singleton";

/** When one member of staff is planned to be there for one department, by that department's clock. */
export type Shift = { departmentId: number; memberId: number; name: string; capacity: number; plan: Calendar };

/** Everything the hours engine works out is kept by calendar object, so the same plan gives the same object. */
const plans = singleton("shift-plans", () => new Map<string, Calendar>());

/** The plans of everybody who works in a department. Whoever is no longer in it has none there. */
export async function loadShifts(tx: Pick<Tx, "select"> = db, departmentId?: number): Promise<Shift[]> {
  const rows = await tx
    .select({
      departmentId: shifts.departmentId,
      memberId: shifts.memberId,
      name: members.displayName,
      capacity: sql<number>`coalesce(${agentPresence.capacity}, 3)`,
      plan: shifts.plan,
      zone: sql<string>`${departments.calendar}->>'zone'`,
    })
    .from(shifts)
    .innerJoin(departments, eq(departments.id, shifts.departmentId))
    .innerJoin(
      departmentMembers,
      and(eq(departmentMembers.departmentId, shifts.departmentId), eq(departmentMembers.memberId, shifts.memberId)),
    )
    .innerJoin(
      members,
      and(
        eq(members.id, shifts.memberId),
        isNull(members.deactivatedAt),
        inArray(members.role, ["agent", "manager", "admin"]),
      ),
    )
    .leftJoin(agentPresence, eq(agentPresence.memberId, shifts.memberId))
    .where(departmentId === undefined ? undefined : eq(shifts.departmentId, departmentId))
    .orderBy(asc(shifts.departmentId), asc(members.displayName), asc(members.id));
  return rows.map(({ zone, plan, ...shift }) => ({ ...shift, plan: planOf(zone, plan) }));
}

function planOf(zone: string, plan: unknown): Calendar {
  const text = JSON.stringify([zone, plan]);
  const known = plans.get(text);
  if (known) return known;
  if (plans.size > 2_000) plans.clear();
  const calendar = calendarInput.parse({ zone, ...(plan as object) });
  plans.set(text, calendar);
  return calendar;
}
