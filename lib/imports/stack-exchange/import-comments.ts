import { inArray, sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { answers, comments } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { lockThreads } from "@/lib/threads/refresh-threads";
import { batches } from "../batches";
import { findImported, recordImported } from "../imported-objects";
import { dropPages } from "../show-change";
import { attributionOf } from "./attribution";
import { convertComment } from "./convert-body";
import { findAuthors } from "./find-authors";
import { type ImportRun, instantOf, onlyNew, watchedRows } from "./import-run";
import type { Row } from "./read-rows";

type Place = { threadId: number; answerId: number | null; path: string };

export async function importComments(run: ImportRun, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(watchedRows(run, "Comments", note), run.batchSize)) await importBatch(run, rows);
}

async function importBatch(run: ImportRun, rows: Row[]): Promise<void> {
  const { tally, site } = run;
  tally.read("comments", rows.length);
  const { fresh } = await onlyNew(run, "comment", "comments", rows);
  const placeOf = await findPlaces(run, fresh);
  const posts = fresh.flatMap((row) => {
    const place = placeOf(row);
    if (!place) return (tally.skip("comments", "on a post that was not imported"), []);
    return [{ row, place, text: convertComment(row.Text ?? "", run.locale) }];
  });
  if (posts.length === 0) return;
  await inTransaction(async (tx) => {
    const threadIds = posts.map(({ place }) => place.threadId);
    await lockThreads(tx, threadIds);
    const authorOf = await findAuthors(tx, run, posts.map(({ row }) => writtenBy(row)));
    const values = posts.map(({ row, place, text }) => {
      const author = authorOf(writtenBy(row));
      return {
        ...text,
        threadId: place.threadId,
        answerId: place.answerId,
        authorId: author.id,
        attribution: attributionOf(site.host, `${place.path}#comment${row.Id}_${row.PostId}`, author, row),
        createdAt: instantOf(row.CreationDate) ?? now(),
      };
    });
    const made = await tx.insert(comments).values(values).returning({ id: comments.id, attribution: comments.attribution });
    const idAt = new Map(made.map(({ id, attribution }) => [attribution?.url, id]));
    const pairs = posts.map(({ row }, at) => ({ externalId: row.Id ?? "", localId: idAt.get(values[at]?.attribution.url) ?? 0 }));
    await recordImported(tx, site.host, "comment", "comment", pairs);
    await countComments(tx, posts.map(({ place }) => place));
    await recordAudit(tx, run.actor, "import.comments", { kind: "import", id: site.host }, { count: made.length });
    await dropPages(tx, threadIds.map((id) => `thread:${id}`));
  });
  tally.imported("comments", posts.length);
  run.committed("comments");
}

function writtenBy(row: Row): { userId: string | undefined; userName: string | undefined } {
  return { userId: row.UserId, userName: row.UserDisplayName };
}

async function findPlaces(run: ImportRun, rows: Row[]): Promise<(row: Row) => Place | null> {
  const posts = await findImported(run.site.host, "post", rows.flatMap((row) => row.PostId ?? []));
  const answerIds = [...posts.values()].flatMap(({ kind, id }) => (kind === "answer" ? [id] : []));
  const found = answerIds.length === 0 ? [] : await db.select({ id: answers.id, threadId: answers.threadId }).from(answers).where(inArray(answers.id, answerIds));
  const threadOf = new Map(found.map(({ id, threadId }) => [id, threadId]));
  return ({ PostId = "" }) => {
    const post = posts.get(PostId);
    if (post?.kind === "thread") return { threadId: post.id, answerId: null, path: `q/${PostId}` };
    const threadId = post && threadOf.get(post.id);
    return post && threadId ? { threadId, answerId: post.id, path: `a/${PostId}` } : null;
  };
}

/** A thread's counter holds the comments on its question, an answer's those on the answer. */
async function countComments(tx: Tx, places: Place[]): Promise<void> {
  const threadIds = places.flatMap(({ threadId, answerId }) => (answerId === null ? [threadId] : []));
  const answerIds = places.flatMap(({ answerId }) => answerId ?? []);
  for (const [table, ids] of [[sql`threads`, threadIds], [sql`answers`, answerIds]] as const) {
    await tx.execute(sql`
      update ${table} as post set comment_count = comment_count + more.count
      from (select id, count(*)::int as count from unnest(${sql.param(ids)}::bigint[]) as id group by id) as more
      where post.id = more.id`);
  }
}
