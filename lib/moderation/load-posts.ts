import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { PostKind, PostStatus } from "@/lib/threads/thread-view";
import type { CasePost } from "./case-view";
import { pathOf } from "./target";

export type LoadedPost = CasePost & { authorId: number };
type Target = { kind: string; id: number };
type Row = { kind: PostKind; id: string; thread_id: string; slug: string; title: string; body: string; author_id: string; status: PostStatus; created_at: string };

/** The posts that cases are about, by `kind:id`, whatever state they are in. One query. */
export async function loadPosts(targets: Target[]): Promise<Map<string, LoadedPost>> {
  const parts = [threadsOf(targets), repliesOf(targets, "answer"), repliesOf(targets, "comment")].filter((part) => part !== null);
  if (parts.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql.join(parts, sql` union all `));
  return new Map(
    rows.map((row) => {
      const post = { kind: row.kind, id: Number(row.id), threadId: Number(row.thread_id), title: row.title, body: row.body, authorId: Number(row.author_id), status: row.status };
      return [`${row.kind}:${row.id}`, { ...post, path: pathOf({ ...post, slug: row.slug }), createdAt: new Date(row.created_at) }];
    }),
  );
}

function threadsOf(targets: Target[]): SQL | null {
  const ids = idsOf(targets, "thread");
  return ids
    ? sql`select 'thread' as kind, t.id, t.id as thread_id, t.slug, t.title, t.body, t.author_id, t.status, t.created_at
        from threads t where t.id in ${ids}`
    : null;
}

function repliesOf(targets: Target[], kind: "answer" | "comment"): SQL | null {
  const ids = idsOf(targets, kind);
  const table = kind === "answer" ? sql`answers` : sql`comments`;
  return ids
    ? sql`select ${sql.param(kind)}::text as kind, p.id, p.thread_id, t.slug, t.title, p.body, p.author_id, p.status, p.created_at
        from ${table} p join threads t on t.id = p.thread_id where p.id in ${ids}`
    : null;
}

function idsOf(targets: Target[], kind: PostKind): number[] | null {
  const ids = [...new Set(targets.filter((target) => target.kind === kind).map(({ id }) => id))];
  return ids.length > 0 ? ids : null;
}
