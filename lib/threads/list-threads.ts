import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { members, tags, threads } from "@/db/schema";
import type { CategoryView } from "@/lib/categories/category-view";
import { loadCategories, subtreeOf } from "@/lib/categories/load-categories";
import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { decodeCursor, encodeCursor } from "./cursor";
import { listThreadsInput } from "./input";
import { readRows } from "./read-rows";
import type { ThreadFilter, ThreadList } from "./thread-view";

type Filter = z.output<typeof listThreadsInput>;
/** What a list is ordered by; the thread's id settles ties and is the only order of tag and author lists. */
type Order = { value: SQL | null; toCursor: (value: string) => number; fromCursor: (value: number) => SQL };

const byActivity: Order = {
  value: sql`last_activity_at`,
  toCursor: (value) => new Date(value).getTime(),
  fromCursor: (value) => sql`${new Date(value).toISOString()}::timestamptz`,
};
const byNeed: Order = { value: sql`me_too_count`, toCursor: Number, fromCursor: (value) => sql`${value}::int` };
const byAge: Order = { value: null, toCursor: () => 0, fromCursor: () => sql`0` };

/**
 * A page of threads that `actor` may see. No filter counts or skips: each walks one index from where the
 * cursor points, so that page 1,000 costs what page 1 costs. `known`: the categories that `actor` may see,
 * when the caller has them already.
 */
export async function listThreads(actor: Actor, input: ThreadFilter, known?: CategoryView[]): Promise<ThreadList> {
  const filter = parseInput(listThreadsInput, input);
  const categories = known ?? (await loadCategories(actor));
  const ids = await pageOfIds(filter, categories);
  if (!ids) return { items: [], nextCursor: null };
  const { rows, order } = ids;
  const shown = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? shown.at(-1) : undefined;
  const items = await readRows(shown.map((row) => Number(row.id)), categories);
  return { items, nextCursor: last ? encodeCursor([order.toCursor(last.value), Number(last.id)]) : null };
}

type Found = { rows: { id: string; value: string }[]; order: Order };

/** Null when the filter names what does not exist, or not for this actor. */
async function pageOfIds(filter: Filter, categories: CategoryView[]): Promise<Found | null> {
  const root = filter.category === undefined ? undefined : categories.find((each) => each.slug === filter.category);
  if (filter.category !== undefined && !root) return null;
  const within = root ? subtreeOf(categories, root.id) : categories.map((each) => each.id);
  if (within.length === 0) return null;
  const order = orderOf(filter);
  const rest = { order, where: conditions(filter), limit: filter.limit + 1 };
  const query = merges(filter, order) ? merged(filter, within, rest) : straight(within, rest);
  const { rows } = await db.execute<{ id: string; value: string }>(query);
  return { rows, order };
}

function orderOf({ sort, tag, author }: Filter): Order {
  if (sort === "needs") return byNeed;
  return tag || author ? byAge : byActivity;
}

function conditions(filter: Filter): SQL {
  const order = orderOf(filter);
  const after = decodeCursor(filter.cursor, 2);
  const kind = filter.sort === "unanswered" || filter.sort === "solved" ? "question" : filter.kind;
  const tagged = db.select({ id: tags.id }).from(tags).where(eq(tags.slug, filter.tag ?? ""));
  const author = db.select({ id: members.id }).from(members).where(eq(members.name, filter.author ?? ""));
  const all = and(
    sql`threads.status = 'published'`,
    filter.state && sql`threads.state = ${filter.state}`,
    filter.sort === "unanswered" ? sql`threads.state in ('unanswered', 'rejected') and threads.closed_at is null` : undefined,
    filter.sort === "solved" ? eq(threads.state, "solved") : undefined,
    kind && eq(threads.kind, kind),
    filter.locale && eq(threads.locale, filter.locale),
    filter.tag ? sql`threads.id in (select thread_id from thread_tags where tag_id = (${tagged}))` : undefined,
    filter.author ? sql`threads.author_id = (${author})` : undefined,
    after ? beyond(order, after[0] ?? 0, after[1] ?? 0) : undefined,
  );
  return all ?? sql`true`;
}

function beyond(order: Order, value: number, id: number): SQL {
  return order.value ? sql`(${order.value}, threads.id) < (${order.fromCursor(value)}, ${id})` : sql`threads.id < ${id}`;
}

type Rest = { order: Order; where: SQL; limit: number };

/** One index gives the order. */
function straight(within: number[], { order, where, limit }: Rest): SQL {
  return sql`select id, ${order.value ?? sql`0`} as value from threads
    where ${where} and ${inArray(threads.categoryId, within)}
    order by ${order.value ? sql`${order.value} desc, ` : sql``} threads.id desc limit ${limit}`;
}

/** By activity within several categories or states, each of which has the order in an index of its own. */
function merges(filter: Filter, order: Order): boolean {
  return order === byActivity && (filter.category !== undefined || filter.sort === "unanswered");
}

/** The newest of each category or state, then the newest of those: every part walks its own index. */
function merged(filter: Filter, within: number[], { order, where, limit }: Rest): SQL {
  const value = order.value ?? sql`0`;
  const parts = filter.category
    ? { list: sql`unnest(${sql.param(within)}::bigint[])`, here: sql`category_id = part.key` }
    : {
        list: sql`unnest(array['unanswered', 'rejected']::thread_state[])`,
        here: sql`state = part.key and ${inArray(threads.categoryId, within)}`,
      };
  return sql`select newest.id, newest.value from ${parts.list} as part (key)
    cross join lateral (
      select id, ${value} as value from threads where ${parts.here} and ${where}
      order by ${value} desc, threads.id desc limit ${limit}
    ) as newest
    order by newest.value desc, newest.id desc limit ${limit}`;
}
