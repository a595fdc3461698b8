import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { conversations, promises, threads } from "@/db/schema";
import { listLeadIds, listStaffIds } from "@/lib/departments/list-staff-ids";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { eachAlone } from "@/lib/platform/each-alone";
import { publishToTopic } from "@/lib/platform/events";

type Late = { promise: typeof promises.$inferSelect; askerId: number; agentId: number | null; threadId: number; title: string };

/** Breaks what is over, unless it paused before. Owner, then department, then supervisors, then the lead: each once for each promise, until somebody says that they see to it. */
export async function tellOfLateReplies(): Promise<void> {
  const time = now();
  await inTransaction((tx) =>
    tx
      .update(promises)
      .set({ breachedAt: sql`${promises.dueAt}` })
      .where(and(isNull(promises.endedAt), isNull(promises.breachedAt), lte(promises.dueAt, sql`coalesce(${promises.pausedAt}, ${time.toISOString()}::timestamptz)`))),
  );
  const late = await db
    .select({ promise: promises, askerId: conversations.askerId, agentId: conversations.agentId, threadId: threads.id, title: threads.title })
    .from(promises)
    .innerJoin(conversations, eq(conversations.id, promises.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .where(and(isNull(promises.endedAt), isNull(promises.acknowledgedAt), lte(promises.nextAt, time)));
  await eachAlone(late, raise);
}

/** All levels whose time has come; the level is compared and set, so each is told by one process only. */
async function raise({ promise, askerId, agentId, threadId, title }: Late): Promise<void> {
  const { id, level, steps, conversationId, departmentId, metric } = promise;
  const reached = steps.filter((step) => Date.parse(step) <= now().getTime()).length;
  const next = steps[reached];
  await inTransaction(async (tx) => {
    const [mine] = await tx
      .update(promises)
      .set({ level: reached, nextAt: next === undefined ? null : new Date(next) })
      .where(and(eq(promises.id, id), eq(promises.level, level), isNull(promises.endedAt), isNull(promises.acknowledgedAt), isNull(promises.pausedAt)))
      .returning({ id: promises.id });
    if (!mine) return;
    const broken = promise.dueAt <= now();
    const kinds = metric === "resolution" ? (["resolution_due", "resolution_late"] as const) : (["reply_due", "reply_late"] as const);
    // Levels that come together, as after a pause, are told each person once.
    const audience = new Set<number>();
    for (let step = level + 1; step <= reached; step++) {
      for (const memberId of await readAudience(tx, step, { agentId, departmentId })) audience.add(memberId);
    }
    audience.delete(askerId);
    for (const memberId of audience) {
      await notify(tx, {
        memberId,
        kind: kinds[broken ? 1 : 0],
        path: `/staff/inbox?c=${conversationId}`,
        values: { title, minutes: Math.max(1, Math.round((now().getTime() - promise.startedAt.getTime()) / 60_000)) },
        actorId: null,
        threadId,
        dedupeKey: `promise:${id}:${reached}`,
      });
    }
    await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
  });
}

async function readAudience(tx: Tx, level: number, { agentId, departmentId }: { agentId: number | null; departmentId: number }): Promise<number[]> {
  if (level === 1 && agentId !== null) return [agentId];
  if (level <= 2) return listStaffIds(tx, departmentId);
  return listLeadIds(tx, level === 3 ? ["manager"] : ["manager", "admin"]);
}
