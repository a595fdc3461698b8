import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { startPostgres } from "@/bin/lib/postgres.mjs";
import { migrateDatabase } from "@/db/migrate";

/** Losing test data to a power cut costs nothing; waiting for the disk costs minutes. */
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

export interface TestCluster {
  url: string;
  stop(): Promise<void>;
}

/** Starts the Postgres of the tests, or joins the one that other tests use at this moment. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const postgres = await startPostgres({ dataDir: resolve(".data/test/postgres"), settings: FAST });
  await dropForgottenDatabases(postgres.url);
  return { url: postgres.url, stop: async () => void (await postgres.stop()) };
}

/** Makes the migrated database that tests are cloned from, once for each state of the migrations. */
export async function prepareTemplate(url: string): Promise<string> {
  const name = `kundig_template_${hashMigrations()}`;
  await onServer(url, async (client) => {
    await client.query("select pg_advisory_lock(7340111)");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    // Renamed only when whole, so that an interrupted run leaves no half-migrated template.
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft} template template0`);
    await migrateDatabase(databaseUrl(url, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** A database of one's own, cloned from the template; the name tells who must drop it. */
export async function cloneTemplate(
  url: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  await onServer(url, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: databaseUrl(url, name),
    drop: () =>
      onServer(
        url,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A killed run can't clean up after itself. */
async function dropForgottenDatabases(url: string) {
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^test_[0-9]+_'",
    );
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split("_")[1])))
        await client.query(`drop database if exists ${datname} with (force)`);
    }
  });
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function hashMigrations(): string {
  const folder = resolve("db/migrations");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
