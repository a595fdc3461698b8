import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { runMigrations } from "graphile-worker";
import type { Client } from "pg";
import { migrateDatabase } from "@/db/migrate";
import { Mistake } from "../mistake";

type Journal = { entries: { when: number; tag: string }[] };
const folder = resolve("db/migrations");

/** Brings an empty database to the schema that a backup was made of, which may be older than ours. */
export async function migrateTo(client: Client, url: string, migrations: number[]): Promise<void> {
  const journal = JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8")) as Journal;
  const ours = journal.entries.map(({ when }) => when);
  const last = migrations.at(-1) ?? 0;
  if (!ours.includes(last)) throw new Mistake("This backup was made by a newer or another version of Kundig: update first.");
  if (last === ours.at(-1)) return migrateDatabase(url);
  await migratePartly(client, journal, last);
  await runMigrations({ connectionString: url });
}

async function migratePartly(client: Client, journal: Journal, last: number): Promise<void> {
  const partly = await mkdtemp(join(tmpdir(), "kundig-migrations-"));
  try {
    await cp(folder, partly, { recursive: true });
    const entries = journal.entries.filter(({ when }) => when <= last);
    await writeFile(join(partly, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
    await migrate(drizzle(client), { migrationsFolder: partly });
  } finally {
    await rm(partly, { recursive: true, force: true });
  }
}
