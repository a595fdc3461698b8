import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { answers } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { lockThreads, refreshThreads } from "@/lib/threads/refresh-threads";
import { batches } from "../batches";
import { findImported, recordImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import { attributionOf } from "./attribution";
import { convertHtml } from "./convert-body";
import { findAuthors } from "./find-authors";
import { writtenBy } from "./import-questions";
import { type ImportRun, instantOf, onlyNew, watchedRows } from "./import-run";
import { keepScores } from "./keep-scores";
import type { Row } from "./read-rows";

/** A second reading of the posts: after a merge an answer can stand before its question. */
export async function importAnswers(run: ImportRun, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(answersOf(run, note), run.batchSize)) await importBatch(run, rows);
}

async function* answersOf(run: ImportRun, note: (text: string) => void): AsyncGenerator<Row> {
  for await (const row of watchedRows(run, "Posts", note)) if (row.PostTypeId === "2") yield row;
}

async function importBatch(run: ImportRun, rows: Row[]): Promise<void> {
  const { tally, site } = run;
  tally.read("answers", rows.length);
  const { fresh, known } = await onlyNew(run, "post", "answers", rows);
  await keepScores(run, "answer", known);
  const questions = await findImported(site.host, "post", fresh.flatMap((row) => row.ParentId ?? []));
  const posts = fresh.flatMap((row) => {
    const question = questions.get(row.ParentId ?? "");
    if (question?.kind !== "thread") return (tally.skip("answers", "its question is not in the dump"), []);
    return [{ row, threadId: question.id, text: convertHtml(row.Body ?? "", site.host, run.locale) }];
  });
  if (posts.length === 0) return;
  await inTransaction(async (tx) => {
    const threadIds = posts.map(({ threadId }) => threadId);
    await lockThreads(tx, threadIds);
    const authorOf = await findAuthors(tx, run, posts.map(({ row }) => writtenBy(row)));
    const values = posts.map(({ row, threadId, text }) => {
      const author = authorOf(writtenBy(row));
      return {
        ...text,
        threadId,
        authorId: author.id,
        score: Number(row.Score) || 0,
        attribution: attributionOf(site.host, `a/${row.Id}`, author, row),
        createdAt: instantOf(row.CreationDate) ?? now(),
        editedAt: instantOf(row.LastEditDate),
      };
    });
    const made = await tx.insert(answers).values(values).returning({ id: answers.id, attribution: answers.attribution });
    const idAt = new Map(made.map(({ id, attribution }) => [attribution?.url, id]));
    const pairs = posts.map(({ row }) => ({ externalId: row.Id ?? "", localId: idAt.get(`https://${site.host}/a/${row.Id}`) ?? 0 }));
    await recordImported(tx, site.host, "post", "answer", pairs);
    const authorIds = values.map(({ authorId }) => authorId);
    await countAnswers(tx, authorIds);
    await refreshThreads(tx, threadIds);
    await recordAudit(tx, run.actor, "import.answers", { kind: "import", id: site.host }, { count: made.length });
    await recordSearchChanges(tx, "thread", threadIds);
    await dropPages(tx, [...run.category.pages, ...threadIds.map((id) => `thread:${id}`), ...authorIds.map((id) => `member:${id}`)]);
  });
  tally.imported("answers", posts.length);
  run.committed("answers");
}

async function countAnswers(tx: Tx, authorIds: number[]): Promise<void> {
  await tx.execute(sql`
    update members set answer_count = answer_count + more.count
    from (select author, count(*)::int as count from unnest(${sql.param(authorIds)}::bigint[]) as author group by author) as more
    where members.id = more.author`);
}
