import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, flags, members, sanctions } from "@/db/schema";
import { type Actor, isManager, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { CasePost, CaseRow, CaseView } from "./case-view";
import { daysBack } from "./days-back";
import { rowsOf } from "./list-cases";
import { canReview, canSanction, TAKE_BACK_DAYS } from "./permissions";

/** One pending or decided case with all that speaks for and against; null when there is none. For staff. */
export async function getCase(actor: Actor, id: number): Promise<CaseView | null> {
  assertCan(canReview(actor));
  if (!Number.isSafeInteger(id)) return null;
  const [found] = await db.select().from(cases).where(eq(cases.id, id));
  const [row] = found ? await rowsOf([found]) : [];
  if (!row) return null;
  const [author, flaggers, before] = await Promise.all([authorOf(row), flaggersOf(row), postBefore(row.target)]);
  const isOwn = row.author.id === memberId(actor);
  return {
    ...row,
    author,
    flaggers,
    before,
    can: {
      decide: row.state === "pending" && !isOwn,
      sanction: row.state === "pending" && !isOwn && canSanction(actor, row.author),
      takeBack: canTakeBackNow(actor, row),
    },
  };
}

function canTakeBackNow(actor: Actor, { state, decision }: CaseRow): boolean {
  if (state === "pending" || !decision || decision.createdAt < daysBack(TAKE_BACK_DAYS)) return false;
  return decision.action !== "delete" || isManager(actor);
}

async function authorOf(row: CaseRow): Promise<CaseView["author"]> {
  const { id } = row.author;
  const [[member], [punished]] = await Promise.all([
    db
      .select({
        locale: members.locale,
        memberSince: members.createdAt,
        suspendedUntil: members.suspendedUntil,
        posts: sql<number>`((select count(*) from threads where author_id = ${id}) + (select count(*) from answers where author_id = ${id}) + (select count(*) from comments where author_id = ${id}))::int`,
        upheldBefore: sql<number>`(select count(*)::int from cases c where c.state = 'upheld' and (
          (c.target_kind = 'thread' and c.target_id in (select id from threads where author_id = ${id})) or
          (c.target_kind = 'answer' and c.target_id in (select id from answers where author_id = ${id})) or
          (c.target_kind = 'comment' and c.target_id in (select id from comments where author_id = ${id}))))`,
      })
      .from(members)
      .where(eq(members.id, id)),
    db
      .select({ count: count() })
      .from(sanctions)
      .where(and(eq(sanctions.memberId, id), isNull(sanctions.liftedAt))),
  ]);
  if (!member) throw new Error("a post without author");
  return { ...row.author, ...member, sanctions: punished?.count ?? 0 };
}

async function flaggersOf(row: CaseRow): Promise<CaseView["flaggers"]> {
  const ids = row.flags.map(({ by }) => by.id);
  if (ids.length === 0) return {};
  const judged = await db
    .select({ id: flags.memberId, judged: count(), upheld: sql<number>`count(*) filter (where ${flags.upheld} = 'yes')::int` })
    .from(flags)
    .where(and(sql`${flags.memberId} in ${ids}`, isNotNull(flags.upheld)))
    .groupBy(flags.memberId);
  return Object.fromEntries(judged.map(({ id, ...record }) => [id, record]));
}

/** For an answer the published one before it, else the question; a thread has nothing before it. */
async function postBefore(target: CasePost): Promise<CaseView["before"]> {
  if (target.kind === "thread") return null;
  const { rows } = await db.execute<{ author: string; body: string; created_at: string }>(sql`
    select m.display_name as author, left(p.body, 400) as body, p.created_at from (
      (select a.author_id, a.body, a.created_at from answers a
        where a.thread_id = ${target.threadId} and a.status = 'published' and a.created_at < ${target.createdAt.toISOString()}::timestamptz
          and not (${target.kind}::text = 'answer' and a.id = ${target.id})
        order by a.created_at desc limit 1)
      union all
      (select t.author_id, t.body, t.created_at from threads t where t.id = ${target.threadId})
    ) p join members m on m.id = p.author_id order by p.created_at desc limit 1`);
  const [row] = rows;
  return row ? { author: row.author, body: row.body, createdAt: new Date(row.created_at) } : null;
}
