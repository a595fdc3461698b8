import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { lockThreads, refreshThreads } from "@/lib/threads/refresh-threads";
import { batches } from "../batches";
import { findImported, recordImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import { type ImportRun, watchedRows } from "./import-run";

type Mark = { question: string; answer: string };

/**
 * Which answer was accepted stands with the question, when most often the answer is yet to come: so it is read
 * once more at the end. Each mark is set once: who takes it back here is not overruled by the next run.
 */
export async function importAcceptances(run: ImportRun, note: (text: string) => void): Promise<void> {
  for await (const marks of batches(marksOf(run, note), 500)) await importBatch(run, marks);
}

async function* marksOf(run: ImportRun, note: (text: string) => void): AsyncGenerator<Mark> {
  for await (const { PostTypeId, Id, AcceptedAnswerId } of watchedRows(run, "Posts", note)) {
    if (PostTypeId === "1" && Id && AcceptedAnswerId) yield { question: Id, answer: AcceptedAnswerId };
  }
}

async function importBatch(run: ImportRun, marks: Mark[]): Promise<void> {
  const { tally, site } = run;
  tally.read("accepted marks", marks.length);
  const done = await findImported(site.host, "acceptance", marks.map(({ answer }) => answer));
  const posts = await findImported(site.host, "post", marks.flatMap(({ question, answer }) => [question, answer]));
  const fresh = new Map<string, { threadId: number; answerId: number }>();
  for (const { question, answer } of marks) {
    const thread = posts.get(question);
    const local = posts.get(answer);
    if (done.has(answer) || fresh.has(answer)) tally.known("accepted marks");
    else if (thread?.kind !== "thread" || local?.kind !== "answer") tally.skip("accepted marks", "the answer is not in the dump");
    else fresh.set(answer, { threadId: thread.id, answerId: local.id });
  }
  if (fresh.size === 0) return;
  const placed = [...fresh].map(([externalId, { threadId, answerId }]) => ({ externalId, threadId, localId: answerId }));
  const threadIds = placed.map(({ threadId }) => threadId);
  await inTransaction(async (tx) => {
    await lockThreads(tx, threadIds);
    const { rows: credited } = await tx.execute<{ author_id: string }>(sql`
      update answers set accepted_at = coalesce(accepted_at, answers.created_at), accepted_by_id = coalesce(accepted_by_id, threads.author_id)
      from threads where answers.id = any(${sql.param(placed.map(({ localId }) => localId))}::bigint[])
        and threads.id = answers.thread_id and answers.status = 'published' and answers.accepted_at is null
      returning case when answers.author_id <> threads.author_id then answers.author_id end as author_id`);
    const authorIds = credited.flatMap(({ author_id }) => (author_id === null ? [] : [Number(author_id)]));
    await tx.execute(sql`
      update members set accepted_count = accepted_count + more.count
      from (select author, count(*)::int as count from unnest(${sql.param(authorIds)}::bigint[]) as author group by author) as more
      where members.id = more.author`);
    await refreshThreads(tx, threadIds);
    await recordImported(tx, site.host, "acceptance", "answer", placed);
    await recordAudit(tx, run.actor, "import.accepted_marks", { kind: "import", id: site.host }, { count: placed.length });
    await recordSearchChanges(tx, "thread", threadIds);
    await dropPages(tx, [...run.category.pages, ...threadIds.map((id) => `thread:${id}`), ...authorIds.map((id) => `member:${id}`)]);
  });
  tally.imported("accepted marks", placed.length);
  run.committed("accepted marks");
}
