import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { replaceLinks } from "../replace-links";
import { dropPages, recordSearchChanges } from "../show-change";
import { drawBody } from "./convert-body";
import { findHomes, linkTarget } from "./find-homes";
import type { ImportRun } from "./import-run";

const portion = 200;
type Post = { id: string; thread_id: string; body: string };

/** With everything in its place, links that led from one post to another over there lead to it here. */
export async function rewriteLinks(run: ImportRun, note: (text: string) => void): Promise<void> {
  for (const kind of ["thread", "answer", "comment"] as const) {
    for (let after = 0; ; ) {
      const posts = await readLinking(run.site.host, kind, after);
      const last = posts.at(-1);
      if (!last) break;
      after = Number(last.id);
      await rewrite(run, kind, posts);
      note(`${run.tally.of("links between posts").imported}`);
    }
  }
}

const tableOf = { thread: sql`threads`, answer: sql`answers`, comment: sql`comments` };

async function readLinking(host: string, kind: keyof typeof tableOf, after: number): Promise<Post[]> {
  const threadId = kind === "thread" ? sql`id` : sql`thread_id`;
  const { rows } = await db.execute<Post>(sql`
    select id, ${threadId} as thread_id, body from ${tableOf[kind]}
    where id > ${after} and attribution ->> 'site' = ${host} and body like ${`%//${host.replace(/[%_\\]/g, "\\$&")}/%`}
    order by id limit ${portion}`);
  return rows;
}

async function rewrite(run: ImportRun, kind: keyof typeof tableOf, posts: Post[]): Promise<void> {
  const { host } = run.site;
  const targets = posts.flatMap(({ body }) => [...body.matchAll(/https?:\/\/[^\s<>()"'\]]+/g)].flatMap(([url]) => linkTarget(url, host) ?? []));
  const homeOf = await findHomes(host, targets);
  let links = 0;
  let left = 0;
  const fresh = posts.flatMap((post) => {
    const body = replaceLinks(post.body, (url) => {
      const target = linkTarget(url, host);
      const home = target ? homeOf(target) : undefined;
      if (home) links += 1;
      else if (target) left += 1;
      return home ?? null;
    });
    return body === post.body ? [] : [{ post, ...drawBody(body, run.locale) }];
  });
  await inTransaction(async (tx) => {
    for (const { post, body, bodyHtml } of fresh) await save(tx, kind, post, body, bodyHtml);
    const threadIds = fresh.map(({ post }) => Number(post.thread_id));
    if (fresh.length > 0) await recordAudit(tx, run.actor, "import.links", { kind: "import", id: host }, { kind, count: fresh.length });
    if (kind !== "comment") await recordSearchChanges(tx, "thread", threadIds);
    await dropPages(tx, threadIds.map((id) => `thread:${id}`));
  });
  run.tally.read("links between posts", links + left);
  run.tally.imported("links between posts", links);
  run.tally.skip("links between posts", "to something that is not here; it still leads to the site", left);
  run.committed("links between posts");
}

/** Only if nobody changed it since it was read. */
async function save(tx: Tx, kind: keyof typeof tableOf, post: Post, body: string, bodyHtml: string): Promise<void> {
  await tx.execute(sql`update ${tableOf[kind]} set body = ${body}, body_html = ${bodyHtml} where id = ${post.id} and body = ${post.body}`);
}
