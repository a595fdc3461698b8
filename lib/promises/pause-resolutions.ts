import { eq, sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { promises } from "@/db/schema";
import { findDepartment } from "@/lib/departments/find-department";
import { addBusiness, businessBetween } from "@/lib/hours/calendar";
import { eachAlone } from "@/lib/platform/each-alone";
import { openCases } from "./open-cases";

type Rested = { id: string; asked_at: string };

/**
 * A resolution stands still from the word that leaves the customer to be waited for, until they write; it belongs to
 * the department that its conversation is with by now.
 */
export async function pauseResolutions(): Promise<void> {
  await inTransaction((tx) =>
    tx.execute(sql`
      with cases as (${openCases})
      update promises set department_id = cases.department_id,
        paused_at = case when rests then coalesce(paused_at, last_agent_at) else paused_at end,
        next_at = case when rests then null else next_at end
      from (select *, last_agent_at >= asked_at as rests from cases) as cases
      where cases.id = conversation_id and metric = 'resolution' and ended_at is null
        and (promises.department_id <> cases.department_id or (rests and paused_at is null))`),
  );
  const { rows } = await db.execute<Rested>(sql`
    select promises.id, asked_at from promises join (${openCases}) as cases on cases.id = conversation_id
    where metric = 'resolution' and ended_at is null and paused_at is not null and asked_at > last_agent_at`);
  await eachAlone(rows, goOn);
}

/** What was to come when it paused comes later by the open time since; what had come stays. */
async function goOn({ id, asked_at }: Rested): Promise<void> {
  const own = eq(promises.id, Number(id));
  await inTransaction(async (tx) => {
    const [promise] = await tx.select().from(promises).where(own).for("update");
    if (!promise?.pausedAt) return;
    const { pausedAt, departmentId, dueAt, level, acknowledgedAt } = promise;
    const { calendar } = await findDepartment(departmentId, tx);
    const minutes = businessBetween(calendar, pausedAt, new Date(asked_at));
    const later = (instant: Date) => (instant <= pausedAt ? instant : (addBusiness(calendar, instant, minutes) ?? instant));
    const steps = promise.steps.map((step) => later(new Date(step)));
    const nextAt = acknowledgedAt ? null : (steps[level] ?? null);
    await tx.update(promises).set({ pausedAt: null, dueAt: later(dueAt), steps: steps.map((step) => step.toISOString()), nextAt }).where(own);
  });
}
