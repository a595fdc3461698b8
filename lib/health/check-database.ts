import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bad, type Finding, fine, warning } from "./finding";

const area = "database";
const oldest = 150_000;

/** Its version, whether it keeps what it has acknowledged, and whether its schema is this version's. */
export async function checkDatabase(): Promise<Finding[]> {
  const { rows } = await db.execute<{ number: number; version: string; fsync: string; commit: string; pages: string }>(sql`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`);
  const [row] = rows;
  if (!row) throw new Error("the database says nothing about itself");
  const version = row.number < oldest ? bad(area, `PostgreSQL ${row.version} is too old: 15 or newer is needed.`) : fine(area, `PostgreSQL ${row.version}`);
  return [version, durability(row), await checkMigrations()];
}

function durability({ fsync, commit, pages }: { fsync: string; commit: string; pages: string }): Finding {
  const weak = [fsync === "off" && "fsync = off", commit === "off" && "synchronous_commit = off", pages === "off" && "full_page_writes = off"].filter(Boolean);
  if (weak.length > 0) return bad(area, `${weak.join(", ")}: what was acknowledged may be lost in a crash.`);
  return fine(area, "keeps what it acknowledged (fsync, synchronous_commit, full_page_writes)");
}

async function checkMigrations(): Promise<Finding> {
  const journal = JSON.parse(await readFile(resolve("db/migrations/meta/_journal.json"), "utf8")) as { entries: { when: number }[] };
  const { rows } = await db.execute<{ done: string[] | null }>(sql`select array_agg(created_at) as done from drizzle.__drizzle_migrations`);
  const done = new Set((rows[0]?.done ?? []).map(Number));
  const ours = journal.entries.map(({ when }) => when);
  const missing = ours.filter((when) => !done.has(when)).length;
  if (missing > 0) return bad(area, `${missing} of ${ours.length} migrations have not run: npm start runs them.`);
  const newest = Math.max(...done);
  if (!ours.includes(newest)) return bad(area, "its schema is newer than this version of Kundig: update.");
  return fine(area, `all ${ours.length} migrations have run`);
}

/** Whether there is anything to look at; an empty database has nothing to examine. */
export async function isMigrated(): Promise<boolean> {
  const { rows } = await db.execute<{ there: boolean }>(sql`
    select to_regclass('public.members') is not null and to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('graphile_worker.jobs') is not null as there`);
  return rows[0]?.there === true;
}

export const notMigrated = (): Finding => warning(area, "is empty: npm start lays the tables.");
