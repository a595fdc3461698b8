import type { Client } from "pg";
import { type BackupHeader, formatVersion, leftOut, type TableShape, workerTables } from "./backup-format";

/** What there is to be saved in this database. */
export async function readHeader(client: Client, createdAt: Date): Promise<BackupHeader> {
  const one = async <T>(text: string) => (await client.query<{ value: T }>(text)).rows.map(({ value }) => value);
  const [postgres = ""] = await one<string>("select current_setting('server_version') as value");
  const migrations = await one<string>("select created_at as value from drizzle.__drizzle_migrations order by created_at");
  return {
    format: formatVersion,
    createdAt: createdAt.toISOString(),
    postgres,
    migrations: migrations.map(Number),
    workerMigration: await readWorkerMigration(client),
    tables: await readTables(client),
  };
}

export async function readWorkerMigration(client: Client): Promise<number> {
  const { rows } = await client.query<{ id: number }>("select max(id) as id from graphile_worker.migrations");
  return Number(rows[0]?.id ?? 0);
}

/** Generated columns are worked out again. */
export async function readTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname = 'graphile_worker' and c.relname = any($1)))
     group by 1, 2 order by n.nspname desc, array_position($1, c.relname::text), c.relname`,
    [workerTables],
  );
  return rows.filter(({ schema, name }) => schema !== "public" || !leftOut.has(name));
}

/** The same order each time, so that two backups of the same rows have the same hash. */
export async function readPrimaryKey(client: Client, { schema, name }: TableShape): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname::text as column from pg_index i
       cross join unnest(i.indkey::int[]) with ordinality as key (attnum, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = key.attnum
     where i.indisprimary and i.indrelid = format('%I.%I', $1::text, $2::text)::regclass order by key.place`,
    [schema, name],
  );
  return rows.map(({ column }) => column);
}
