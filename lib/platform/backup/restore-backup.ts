import { createHash } from "node:crypto";
import pg from "pg";
import { migrateDatabase } from "@/db/migrate";
import { putStored } from "../files/storage";
import { Mistake } from "../mistake";
import { type BackupHeader, type BackupManifest, leftOut, type Sum } from "./backup-format";
import { migrateTo } from "./migrate-to";
import { bytesOf, readEntries } from "./read-entries";
import { readWorkerMigration } from "./read-shape";
import { TableLoader } from "./table-loader";
import { fileOfEntry, tableOfPart, verifyBackup } from "./verify-backup";

export type RestoreReport = { createdAt: string; tables: Record<string, Sum>; rows: number; files: number; missing: string[]; lettersKept: number; jobs: boolean };
type Options = { /** Drops what is there. */ replace?: boolean; tell?: (text: string) => void };

/**
 * Loads a backup into an empty database, in one transaction: it is there whole, counted and with the right
 * hashes, or not at all. What may be used only once is void afterwards, and no waiting letter is sent.
 */
export async function restoreBackup(url: string, path: string, { replace = false, tell = () => {} }: Options = {}): Promise<RestoreReport> {
  tell("checking the file");
  const { header, manifest } = await verifyBackup(path);
  const client = new pg.Client({ connectionString: url, application_name: "kundig restore" });
  await client.connect();
  try {
    await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set statement_timeout = 0; set client_min_messages = warning");
    if (replace) await dropAll(client);
    else await refuseUnlessEmpty(client);
    await migrateTo(client, url, header.migrations);
    await client.query("begin");
    const report = await load(client, header, manifest, path, tell);
    await client.query("commit");
    await migrateDatabase(url);
    return report;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

async function dropAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'kundig' and pid <> pg_backend_pid()",
  );
  if ((rows[0]?.count ?? 0) > 0) throw new Mistake("The site is running on this database: stop it first.");
  await client.query("drop schema if exists graphile_worker cascade; drop schema if exists drizzle cascade; drop schema public cascade; create schema public");
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace");
  for (const { name } of rows) {
    if (leftOut.has(name) || name === "settings") continue;
    const { rowCount } = await client.query(`select 1 from public.${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount) throw new Mistake(`The database is not empty (there are rows in ${name}). Restore into an empty one; --force replaces the embedded one.`);
  }
}

async function load(client: pg.Client, header: BackupHeader, manifest: BackupManifest, path: string, tell: (text: string) => void): Promise<RestoreReport> {
  const jobs = header.workerMigration === (await readWorkerMigration(client));
  const loader = await TableLoader.begin(client, header.tables.filter(({ schema }) => schema === "public" || jobs));
  let files = 0;
  for await (const { name, content } of readEntries(path)) {
    const table = tableOfPart(name);
    const file = fileOfEntry(name);
    if (table) {
      tell(table.replace(/^.*\./, ""));
      await loader.add(table, content);
    } else if (file) {
      await loader.end();
      await restoreFile(client, file, content);
      files += 1;
      if (files % 50 === 0) tell(`${files} files`);
    } else {
      await bytesOf(content);
    }
  }
  await loader.end();
  for (const [name, sum] of Object.entries(loader.sums)) {
    if (manifest.tables[name]?.sha256 !== sum.sha256) throw new Mistake(`${path} changed while it was read. Nothing was restored.`);
  }
  await loader.finish();
  await restoreSequences(client, manifest, jobs);
  const lettersKept = await makeVoid(client, jobs);
  const rows = Object.values(loader.sums).reduce((sum, table) => sum + table.rows, 0);
  return { createdAt: header.createdAt, tables: loader.sums, rows, files, missing: manifest.files.missing, lettersKept, jobs };
}

/** In pieces; what turns out to be damaged is not stored at all. */
async function restoreFile(client: pg.Client, id: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const { rows } = await client.query<{ sha256: string }>("select sha256 from files where id = $1", [id]);
  const checked = async function* () {
    const hash = createHash("sha256");
    for await (const piece of content) {
      hash.update(piece);
      yield piece;
    }
    if (rows[0]?.sha256 !== hash.digest("hex")) throw new Mistake(`The backup is damaged: the file ${id} is not what was written.`);
  };
  await putStored(id, checked());
}

async function restoreSequences(client: pg.Client, { sequences }: BackupManifest, jobs: boolean): Promise<void> {
  for (const { schema, name, last } of sequences) {
    if (schema !== "public" && !(jobs && schema === "graphile_worker")) continue;
    await client.query("select setval(seq.oid::regclass, $3::bigint) from pg_class seq where relkind = 'S' and relname = $2 and relnamespace = $1::regnamespace", [schema, name, last]);
  }
}

/** Nothing that counts once may count twice; returns how many letters waited. */
async function makeVoid(client: pg.Client, jobs: boolean): Promise<number> {
  const { rows } = await client.query<{ name: string }>("select name from unnest($1::text[]) as name where to_regclass(format('public.%I', name)) is not null", [[...leftOut]]);
  for (const { name } of rows) await client.query(`delete from public.${pg.escapeIdentifier(name)}`);
  if (jobs) await client.query("update graphile_worker._private_jobs set locked_at = null, locked_by = null");
  const { rowCount } = await client.query("update mails set state = 'kept' where state = 'queued'");
  return rowCount ?? 0;
}
