import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { followUps, members, threads } from "@/db/schema";
import { personColumns, personView } from "@/lib/conversations/person-columns";
import { ofOwnDepartments } from "@/lib/departments/own-departments";
import { type Actor, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { decodeCursor, encodeCursor } from "@/lib/threads/cursor";
import { type FollowUpKind, followUpKinds, type FollowUpView, type Outcome } from "./follow-up-view";

const listInput = z.object({
  kind: z.enum(followUpKinds).optional(),
  /** Those that are over. */
  ended: z.boolean().default(false),
  /** Those of whoever asks. */
  mine: z.boolean().default(false),
  /** This one alone. */
  id: z.number().int().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
type Page = { items: FollowUpView[]; nextCursor: string | null };

/** Who was let down in the departments of this member of staff, the latest first. */
export async function listFollowUps(actor: Actor, input: z.input<typeof listInput> = {}): Promise<Page> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const { kind, ended, mine, id, cursor, limit } = parseInput(listInput, input);
  const [at, last] = decodeCursor(cursor, 2) ?? [];
  const owners = alias(members, "owners");
  const rows = await db
    .select({ followUp: followUps, thread: { id: threads.id, slug: threads.slug, title: threads.title }, asker: personColumns(members), owner: personColumns(owners) })
    .from(followUps)
    .leftJoin(threads, eq(threads.id, followUps.threadId))
    .leftJoin(members, eq(members.id, followUps.memberId))
    .leftJoin(owners, eq(owners.id, followUps.ownerId))
    .where(
      and(
        ofOwnDepartments(member, followUps.departmentId),
        id ? eq(followUps.id, id) : ended ? isNotNull(followUps.endedAt) : isNull(followUps.endedAt),
        kind && eq(followUps.kind, kind),
        mine ? eq(followUps.ownerId, member.id) : undefined,
        at === undefined ? undefined : sql`(${followUps.happenedAt}, ${followUps.id}) < (${new Date(at).toISOString()}::timestamptz, ${last})`,
      ),
    )
    .orderBy(desc(followUps.happenedAt), desc(followUps.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(({ followUp, thread, asker, owner }) => viewOf(followUp, thread, asker && personView(asker), owner && personView(owner)));
  const end = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: end ? encodeCursor([end.happenedAt.getTime(), end.id]) : null };
}

type Row = typeof followUps.$inferSelect;

function viewOf(row: Row, thread: FollowUpView["thread"], asker: FollowUpView["asker"], owner: FollowUpView["owner"]): FollowUpView {
  const { id, kind, reason, departmentId, happenedAt, dueAt, conversationId, choice, endedAt } = row;
  const overdue = endedAt === null && dueAt <= now();
  return { id, kind, reason, departmentId, happenedAt, dueAt, overdue, thread, asker, conversationId, choice, owner, endedAt, outcome: row.outcome as Outcome | null };
}

/** How many are open, of each kind, and how many of those are overdue. */
export async function countFollowUps(actor: Actor): Promise<{ total: number; overdue: number; kinds: Record<FollowUpKind, number> }> {
  const member = requireMember(actor);
  assertCan(isStaff(member));
  const rows = await db
    .select({ kind: followUps.kind, count: sql<number>`count(*)::int`, overdue: sql<number>`(count(*) filter (where ${followUps.dueAt} <= ${now().toISOString()}::timestamptz))::int` })
    .from(followUps)
    .where(and(ofOwnDepartments(member, followUps.departmentId), isNull(followUps.endedAt)))
    .groupBy(followUps.kind);
  const kinds = Object.fromEntries(followUpKinds.map((kind) => [kind, rows.find((row) => row.kind === kind)?.count ?? 0])) as Record<FollowUpKind, number>;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  return { total: sum(({ count }) => count), overdue: sum(({ overdue }) => overdue), kinds };
}
