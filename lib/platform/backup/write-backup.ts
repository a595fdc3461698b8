import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import { now } from "../clock";
import { streamStored } from "../files/storage";
import { type BackupManifest, nameOf, Summer, type TableShape } from "./backup-format";
import { readHeader, readPrimaryKey } from "./read-shape";

/** A tar entry names its size first, so a table goes in parts of this many bytes, whatever its own size. */
const partBytes = 4 * 1024 * 1024;
const filesAtOnce = 500;

export type BackupReport = { tables: number; rows: number; files: number; missing: string[]; bytes: number };
type Tell = (text: string) => void;

/**
 * Writes everything that was committed at one instant into a file, while people go on working: all tables are
 * read in one snapshot. The file has its name only when it is whole and on the disk.
 */
export async function writeBackup(url: string, path: string, tell: Tell = () => {}): Promise<BackupReport> {
  const part = `${path}.part`;
  const client = new pg.Client({ connectionString: url, application_name: "kundig backup" });
  await client.connect();
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: 5 }), createWriteStream(part, { mode: 0o600 }));
  // Reported below, once; until then it must not count as unhandled.
  written.catch((error: Error) => archive.destroy(error));
  try {
    await client.query("set timezone = 'UTC'; set datestyle = 'ISO'; set statement_timeout = 0");
    await client.query("begin transaction isolation level repeatable read read only");
    const manifest = await addAll(client, archive, tell);
    await client.query("commit");
    archive.finalize();
    await written;
    const bytes = await settle(part);
    await rename(part, path);
    const sums = Object.values(manifest.tables);
    const rows = sums.reduce((sum, table) => sum + table.rows, 0);
    return { tables: sums.length, rows, files: manifest.files.count, missing: manifest.files.missing, bytes };
  } catch (error) {
    archive.destroy();
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function addAll(client: pg.Client, archive: Pack, tell: Tell): Promise<BackupManifest> {
  const header = await readHeader(client, now());
  await addEntry(archive, "header.json", json(header));
  const manifest: BackupManifest = { tables: {}, sequences: [], files: { count: 0, bytes: 0, missing: [] } };
  for (const table of header.tables) {
    tell(table.name);
    manifest.tables[nameOf(table)] = await addTable(client, archive, table);
  }
  manifest.files = await addFiles(client, archive, tell);
  const { rows } = await client.query<{ schema: string; name: string; last: string }>(
    "select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1, 2",
  );
  manifest.sequences = rows;
  await addEntry(archive, "manifest.json", json(manifest));
  return manifest;
}

async function addTable(client: pg.Client, archive: Pack, table: TableShape) {
  const list = (names: string[]) => names.map((name) => pg.escapeIdentifier(name)).join(", ");
  const from = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
  const key = await readPrimaryKey(client, table);
  const order = key.length > 0 ? ` order by ${list(key)}` : "";
  const stream = client.query(copyTo(`copy (select ${list(table.columns)} from ${from}${order}) to stdout`));
  const summer = new Summer();
  let waiting: Buffer[] = [];
  let size = 0;
  let parts = 0;
  const flush = async () => {
    if (size === 0) return;
    await addEntry(archive, `tables/${nameOf(table)}/${String(++parts).padStart(6, "0")}.copy`, Buffer.concat(waiting));
    waiting = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    summer.add(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await flush();
  }
  await flush();
  return summer.sum;
}

async function addFiles(client: pg.Client, archive: Pack, tell: Tell): Promise<BackupManifest["files"]> {
  const result: BackupManifest["files"] = { count: 0, bytes: 0, missing: [] };
  for (let after = ""; ; ) {
    const { rows } = await client.query<StoredFile>("select id, size, sha256 from files where id > $1 order by id limit $2", [after, filesAtOnce]);
    for (const file of rows) {
      if (!(await isAsWritten(file))) {
        result.missing.push(file.id);
        continue;
      }
      await addStored(archive, file);
      result.count += 1;
      result.bytes += file.size;
    }
    tell(`${result.count} files`);
    const last = rows.at(-1);
    if (!last) return result;
    after = last.id;
  }
}

type StoredFile = { id: string; size: number; sha256: string };

async function isAsWritten({ id, size, sha256 }: StoredFile): Promise<boolean> {
  const hash = createHash("sha256");
  // One byte more than there should be.
  for await (const piece of streamStored(id, { start: 0, end: size })) hash.update(piece);
  return hash.digest("hex") === sha256;
}

/** In pieces: a video must not be whole in memory. */
function addStored(archive: Pack, { id, size }: StoredFile): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = archive.entry({ name: `files/${id}`, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    const write = async () => {
      for await (const piece of streamStored(id, { start: 0, end: size - 1 })) if (!entry.write(piece)) await once(entry, "drain");
      entry.end(null);
    };
    write().catch(reject);
  });
}

function addEntry(archive: Pack, name: string, data: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, size: data.length, mode: 0o600 }, data, (error) => (error ? reject(error) : resolve()));
  });
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

async function settle(path: string): Promise<number> {
  const file = await open(path, "r+");
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
