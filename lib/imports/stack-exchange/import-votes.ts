import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { lockThreads, refreshThreads } from "@/lib/threads/refresh-threads";
import { batches } from "../batches";
import { findImported, type LocalObject } from "../imported-objects";
import { dropPages } from "../show-change";
import { type ImportRun, instantOf, watchedRows } from "./import-run";
import type { Row } from "./read-rows";

/** Votes that say something this community has no word for. */
const otherTypes: Record<string, string> = {
  "4": "offensive flag", "6": "vote to close", "7": "vote to reopen", "8": "bounty offered", "9": "bounty awarded", "10": "vote to delete",
  "11": "vote to undelete", "12": "spam flag", "14": "nomination", "15": "moderator review", "16": "approved edit",
};
const accepted = "1";
const up = "2";
const down = "3";
const bookmark = "5";

/** What a vote is on, and whether this run brought that post. */
type Target = LocalObject & { isNew: boolean };
type Voted = { row: Row; target: Target };

/**
 * Votes up and down have no names in a dump: their sum is the score that came with each post. Bookmarks have
 * names and become followed threads; votes of acceptance tell on which day an answer was accepted.
 */
export async function importVotes(run: ImportRun, before: { threads: number; answers: number }, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(watchedRows(run, "Votes", note), 1_000)) {
    run.tally.read("votes", rows.length);
    const targets = await findImported(run.site.host, "post", rows.flatMap((row) => row.PostId ?? []));
    const voted: Voted[] = [];
    for (const row of rows) {
      const reason = otherTypes[row.VoteTypeId ?? ""];
      const post = targets.get(row.PostId ?? "");
      if (reason) run.tally.skip("votes", `${reason} (type ${row.VoteTypeId})`);
      else if (![accepted, up, down, bookmark].includes(row.VoteTypeId ?? "")) run.tally.skip("votes", `of type ${row.VoteTypeId ?? "?"}`);
      else if (!post || !["thread", "answer"].includes(post.kind)) run.tally.skip("votes", "on a post that was not imported");
      else voted.push({ row, target: { ...post, isNew: post.id > (post.kind === "thread" ? before.threads : before.answers) } });
    }
    for (const { row, target } of voted) if (row.VoteTypeId === up || row.VoteTypeId === down) book(run, target.isNew);
    await importAcceptedDays(run, voted.filter(({ row }) => row.VoteTypeId === accepted));
    await importBookmarks(run, voted.filter(({ row }) => row.VoteTypeId === bookmark));
    run.committed("votes");
  }
}

function book(run: ImportRun, isNew: boolean): void {
  if (isNew) run.tally.imported("votes");
  else run.tally.known("votes");
}

async function importAcceptedDays(run: ImportRun, votes: Voted[]): Promise<void> {
  const onAnswers = votes.filter(({ target }) => target.kind === "answer");
  run.tally.skip("votes", "acceptance of something that is no answer", votes.length - onAnswers.length);
  for (const { target } of onAnswers) book(run, target.isNew);
  const days = onAnswers.flatMap(({ row, target }) => {
    const at = instantOf(row.CreationDate);
    return at ? [{ id: target.id, at: at.toISOString() }] : [];
  });
  if (days.length === 0) return;
  await inTransaction(async (tx) => {
    const ids = days.map(({ id }) => id);
    const { rows: places } = await tx.execute<{ thread_id: string }>(sql`select distinct thread_id from answers where id = any(${sql.param(ids)}::bigint[])`);
    await lockThreads(tx, places.map((row) => Number(row.thread_id)));
    // Days, not instants: never before the answer itself. Until now the mark bears the answer's own date.
    const { rows: changed } = await tx.execute<{ thread_id: string }>(sql`
      update answers set accepted_at = told.at
      from unnest(${sql.param(ids)}::bigint[], ${sql.param(days.map(({ at }) => at))}::timestamptz[]) as told (id, at)
      where answers.id = told.id and accepted_at = created_at and told.at > created_at
      returning thread_id`);
    const threadIds = changed.map((row) => Number(row.thread_id));
    await refreshThreads(tx, threadIds);
    await dropPages(tx, threadIds.map((id) => `thread:${id}`));
  });
}

async function importBookmarks(run: ImportRun, votes: Voted[]): Promise<void> {
  const users = await findImported(run.site.host, "user", votes.flatMap(({ row }) => row.UserId ?? []));
  const wanted = new Map<string, { threadId: number; memberId: number; at: string }>();
  for (const { row, target } of votes) {
    const member = users.get(row.UserId ?? "");
    const key = `${target.id} ${member?.id}`;
    if (target.kind !== "thread") run.tally.skip("votes", "bookmark of an answer");
    else if (!member) run.tally.skip("votes", "bookmark of somebody who left");
    else if (wanted.has(key)) run.tally.known("votes");
    else wanted.set(key, { threadId: target.id, memberId: member.id, at: (instantOf(row.CreationDate) ?? now()).toISOString() });
  }
  if (wanted.size === 0) return;
  const followed = await inTransaction(async (tx) => {
    const count = await follow(tx, [...wanted.values()]);
    if (count > 0) await recordAudit(tx, run.actor, "import.bookmarks", { kind: "import", id: run.site.host }, { count });
    return count;
  });
  run.tally.imported("votes", followed);
  run.tally.known("votes", wanted.size - followed);
}

async function follow(tx: Tx, wanted: { threadId: number; memberId: number; at: string }[]): Promise<number> {
  const threadIds = wanted.map(({ threadId }) => threadId);
  await lockThreads(tx, threadIds);
  const { rows } = await tx.execute<{ thread_id: string }>(sql`
    insert into subscriptions (thread_id, member_id, created_at)
    select * from unnest(${sql.param(threadIds)}::bigint[], ${sql.param(wanted.map(({ memberId }) => memberId))}::bigint[], ${sql.param(wanted.map(({ at }) => at))}::timestamptz[])
    on conflict do nothing returning thread_id`);
  const made = rows.map((row) => Number(row.thread_id));
  await tx.execute(sql`
    update threads set follower_count = follower_count + more.count
    from (select id, count(*)::int as count from unnest(${sql.param(made)}::bigint[]) as id group by id) as more
    where threads.id = more.id`);
  await dropPages(tx, made.map((id) => `thread:${id}`));
  return made.length;
}

/** The newest of ours before the import begins: what is newer came with it. */
export async function newestBefore(): Promise<{ threads: number; answers: number }> {
  const { rows } = await db.execute<{ threads: string; answers: string }>(sql`
    select (select coalesce(max(id), 0) from threads) as threads, (select coalesce(max(id), 0) from answers) as answers`);
  return { threads: Number(rows[0]?.threads), answers: Number(rows[0]?.answers) };
}
