import { eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { categories, threads, threadTags } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { slugOf } from "@/lib/platform/slug";
import { batches } from "../batches";
import { recordImported } from "../imported-objects";
import { dropPages, recordSearchChanges } from "../show-change";
import { oneLine } from "../storable";
import { attributionOf } from "./attribution";
import { convertHtml } from "./convert-body";
import { findAuthors } from "./find-authors";
import { type ImportRun, instantOf, onlyNew, watchedRows } from "./import-run";
import { ensureTags, type Tags } from "./import-tags";
import { importTagWikis } from "./import-tag-wikis";
import { keepScores } from "./keep-scores";
import type { Row } from "./read-rows";

const longestTitle = 160;

/** Other posts that a dump holds, by their type. */
const otherTypes: Record<string, string> = {
  "3": "orphaned tag wiki",
  "6": "moderator nomination",
  "7": "wiki placeholder",
  "8": "privilege wiki",
  "17": "collective article",
};

/** Questions become threads; descriptions of tags, which stand among them, go to their tags. */
export async function importQuestions(run: ImportRun, tags: Tags, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(watchedRows(run, "Posts", note), run.batchSize)) {
    const ofType = (...types: string[]) => rows.filter((row) => types.includes(row.PostTypeId ?? ""));
    bookOthers(run, rows);
    await importBatch(run, tags, ofType("1"));
    await importTagWikis(run, tags, ofType("4", "5"));
  }
}

function bookOthers(run: ImportRun, rows: Row[]): void {
  for (const { PostTypeId: type = "" } of rows) {
    if (["1", "2", "4", "5"].includes(type)) continue;
    run.tally.read("other posts");
    run.tally.skip("other posts", otherTypes[type] ? `${otherTypes[type]} (type ${type})` : `of type ${type || "?"}`);
  }
}

async function importBatch(run: ImportRun, tags: Tags, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { tally, site } = run;
  tally.read("questions", rows.length);
  const { fresh, known } = await onlyNew(run, "post", "questions", rows);
  await keepScores(run, "thread", known);
  if (fresh.length === 0) return;
  // Drawn before the transaction begins, which then is short.
  const posts = fresh.map((row) => ({ row, tags: tagNames(row), text: convertHtml(row.Body ?? "", site.host, run.locale) }));
  await inTransaction(async (tx) => {
    await ensureTags(tx, run, tags, posts.flatMap((post) => post.tags));
    const authorOf = await findAuthors(tx, run, fresh.map(writtenBy));
    const values = posts.map(({ row, text }) => threadOf(run, row, text, authorOf(writtenBy(row))));
    const made = await tx.insert(threads).values(values).returning({ id: threads.id, attribution: threads.attribution });
    const idAt = new Map(made.map(({ id, attribution }) => [attribution?.url, id]));
    const placed = posts.map(({ row, tags: names }) => ({
      externalId: row.Id ?? "",
      localId: idAt.get(`https://${site.host}/q/${row.Id}`) ?? 0,
      tagIds: [...new Set(names.flatMap((name) => tags.idOf.get(name) ?? []))],
    }));
    await tagThreads(tx, placed);
    await recordImported(tx, site.host, "post", "thread", placed);
    await tx.update(categories).set({ threadCount: sql`${categories.threadCount} + ${made.length}` }).where(eq(categories.id, run.category.id));
    await recordAudit(tx, run.actor, "import.questions", { kind: "import", id: site.host }, { count: made.length });
    await recordSearchChanges(tx, "thread", made.map(({ id }) => id));
    const authors = values.map(({ authorId }) => `member:${authorId}`);
    await dropPages(tx, [...run.category.pages, ...placed.flatMap(({ tagIds }) => tagIds.map((id) => `tag:${id}`)), ...authors]);
  });
  tally.imported("questions", fresh.length);
  run.committed("questions");
}

export function writtenBy(row: Row): { userId: string | undefined; userName: string | undefined } {
  return { userId: row.OwnerUserId, userName: row.OwnerDisplayName };
}

function threadOf(run: ImportRun, row: Row, text: { body: string; bodyHtml: string }, author: { id: number; name: string; externalId: string | null }) {
  const title = oneLine(row.Title ?? "", longestTitle) || `Question ${row.Id ?? ""}`;
  const createdAt = instantOf(row.CreationDate) ?? now();
  return {
    ...text,
    categoryId: run.category.id,
    authorId: author.id,
    locale: run.locale,
    title,
    slug: slugOf(title),
    score: Number(row.Score) || 0,
    closedAt: instantOf(row.ClosedDate),
    attribution: attributionOf(run.site.host, `q/${row.Id}`, author, row),
    createdAt,
    editedAt: instantOf(row.LastEditDate),
    lastActivityAt: instantOf(row.LastActivityDate) ?? createdAt,
  };
}

/** Older dumps write <a><b>, newer ones |a|b|. */
function tagNames(row: Row): string[] {
  return (row.Tags ?? "").split(/[<>|]+/).filter(Boolean);
}

async function tagThreads(tx: Tx, placed: { localId: number; tagIds: number[] }[]): Promise<void> {
  const pairs = placed.flatMap(({ localId, tagIds }) => tagIds.map((tagId) => ({ threadId: localId, tagId })));
  if (pairs.length === 0) return;
  await tx.insert(threadTags).values(pairs);
  const tagIds = pairs.map(({ tagId }) => tagId);
  await tx.execute(sql`
    update tags set thread_count = thread_count + more.count
    from (select tag_id, count(*)::int as count from unnest(${sql.param(tagIds)}::bigint[]) as tag_id group by tag_id) as more
    where tags.id = more.tag_id`);
}
