import { and, eq, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { answers, members, threads } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { system, type Trust } from "./actor";

/** For people who come a few times a year: no days visited, no reading time, and nobody falls back by staying away. */
const postsOfKnown = 2;
const solutionsOfHelpers = 3;
const cleanDays = 90;

/** After a post or a solution: who has shown what it takes is trusted more. Runs as a job, so it may run twice. */
export async function raiseTrust({ threadId, answerId }: { threadId: number; answerId?: number }, outer?: Tx): Promise<void> {
  const post = answerId === undefined ? threads : answers;
  // Not locked: posting counts on the same row, and the write below names the trust it starts from.
  const [author] = await (outer ?? db)
    .select({ id: members.id, trust: members.trust, acceptedCount: members.acceptedCount })
    .from(members)
    .innerJoin(post, eq(post.authorId, members.id))
    .where(eq(post.id, answerId ?? threadId));
  if (!author || !mayRise(author)) return;
  await inTransaction(async (tx) => {
    const trust = await earnedTrust(tx, author);
    if (trust === author.trust) return;
    await tx.update(members).set({ trust }).where(and(eq(members.id, author.id), eq(members.trust, author.trust)));
    await recordAudit(tx, system("trust"), "member.trusted", { kind: "member", id: author.id }, { from: author.trust, to: trust });
    await invalidatePages(tx, `member:${author.id}`);
  }, outer);
}

/** Most authors are where they will stay for long: they cost one query. */
function mayRise({ trust, acceptedCount }: Author): boolean {
  return trust === "new" || (trust === "known" && acceptedCount >= solutionsOfHelpers);
}

type Author = { id: number; trust: Trust; acceptedCount: number };

async function earnedTrust(tx: Tx, { id, trust, acceptedCount }: Author): Promise<Trust> {
  const since = new Date(now().getTime() - cleanDays * 86_400_000).toISOString();
  const { rows } = await tx.execute<{ posts: number; clean: boolean }>(sql`
    select
      (select count(*)::int from (
        select 1 from threads where author_id = ${id} and status = 'published'
        union all select 1 from answers where author_id = ${id} and status = 'published' limit ${postsOfKnown}
      ) as published) as posts,
      not exists (
        select 1 from cases where state = 'upheld' and decided_at > ${since}::timestamptz and (
          (target_kind = 'thread' and target_id in (select threads.id from threads where author_id = ${id})) or
          (target_kind = 'answer' and target_id in (select answers.id from answers where author_id = ${id}))
        )
      ) as clean`);
  const { posts = 0, clean = false } = rows[0] ?? {};
  if (acceptedCount >= solutionsOfHelpers && clean) return "helper";
  return trust === "new" && posts >= postsOfKnown ? "known" : trust;
}
