import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPostgres, type RunningPostgres } from "./postgres.mjs";

// A new cluster is synced to the disk file by file, which takes seconds while others write too.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;
let dataDir: string;
const running: RunningPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kundig-postgres-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "postgres");
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("starts a new cluster with the locale, checksums and durability we rely on", async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  const settings = await query(
    server,
    "select name, setting from pg_settings where name = any('{data_checksums,fsync,synchronous_commit,listen_addresses,server_encoding,full_page_writes}')",
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: "on",
    fsync: "on",
    full_page_writes: "on",
    listen_addresses: "127.0.0.1",
    server_encoding: "UTF8",
    synchronous_commit: "on",
  });
  const [locale] = await query(
    server,
    "select datlocprovider::text as provider, datlocale as locale from pg_database where datname = current_database()",
  );
  expect(locale).toEqual({ provider: "b", locale: "C.UTF-8" });
  expect(readFileSync(join(dataDir, "kundig.json"), "utf8")).toContain(new URL(server.url).password);
});

test("refuses a wrong password", async () => {
  const server = await start();
  const wrong = new URL(server.url);
  wrong.password = "wrong";
  await expect(query({ ...server, url: wrong.href }, "select 1")).rejects.toThrow(
    /password authentication failed/,
  );
});

test("keeps data and port over a stop, and adopts a server that runs already", async () => {
  const first = await start();
  await query(first, "create table kept as select 42 as answer");
  expect(await first.stop()).toBe(true);
  const second = await start();
  const third = await start();
  expect(second.port).toBe(first.port);
  expect(third).toMatchObject({ adopted: true, pid: second.pid, url: second.url });
  expect(await query(third, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("stays up while another process uses it, and the last one closes it", async () => {
  const server = await start();
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const stat = readFileSync(`/proc/${other.pid}/stat`, "utf8");
  writeFileSync(
    join(`${dataDir}.users`, String(other.pid)),
    `${other.pid}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`,
  );
  expect(await server.stop()).toBe(false);
  expect(server.isRunning()).toBe(true);
  const gone = new Promise((done) => other.once("exit", done));
  other.kill("SIGKILL");
  await gone;
  expect(await (await start()).stop()).toBe(true);
  expect(server.isRunning()).toBe(false);
});

test("adopts the server of a starter that was killed, with everything it had acknowledged", async () => {
  const starter = join(folder, "starter.mjs");
  writeFileSync(
    starter,
    `import { startPostgres } from ${JSON.stringify(join(__dirname, "postgres.mjs"))};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.pid);
    process.kill(process.pid, "SIGKILL");`,
  );
  const { stdout, signal } = spawnSync(process.execPath, [starter], { encoding: "utf8" });
  expect(signal).toBe("SIGKILL");
  const server = await start();
  expect(server).toMatchObject({ adopted: true, pid: Number(stdout) });
});

test("recovers what was committed after kill -9 of the server", async () => {
  const first = await start();
  await query(first, "create table kept as select generate_series(1, 1000) as id");
  process.kill(first.pid, "SIGKILL");
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select count(*)::int as rows from kept")).toEqual([{ rows: 1000 }]);
});

test("takes away a lock whose pid now belongs to somebody else", async () => {
  const first = await start();
  process.kill(first.pid, "SIGKILL");
  const lock = join(dataDir, "postmaster.pid");
  const lines = readFileSync(lock, "utf8").split("\n");
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(lock, [stranger.pid, ...lines.slice(1)].join("\n"));
  try {
    expect((await start()).adopted).toBe(false);
  } finally {
    stranger.kill("SIGKILL");
  }
});

test("begins anew after a first start that was killed half-way", async () => {
  const half = `${dataDir}.new-999999`;
  mkdirSync(join(half, "base"), { recursive: true });
  writeFileSync(join(half, "PG_VERSION"), "18\n");
  writeFileSync(`${half}.password`, "left behind");
  writeFileSync(`${dataDir}.lock`, "999999:1");
  const server = await start();
  expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(readdirSync(folder).filter((name) => name.includes(".new-") || name.endsWith(".lock"))).toEqual([]);
});

test("gets in again when only the password file was lost", async () => {
  const first = await start();
  await query(first, "create table kept as select 42 as answer");
  await first.stop();
  rmSync(join(dataDir, "kundig.json"));
  expect(await query(await start(), "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("refuses a folder with something else in it, and leaves it alone", async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "novel.txt"), "Call me Ishmael.");
  await expect(start()).rejects.toThrow(/holds something else than a database/);
  expect(readdirSync(dataDir)).toEqual(["novel.txt"]);
});

test("refuses the data of another Postgres version, and leaves it alone", async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/was made by Postgres 17, this Kundig brings 18/);
  expect(readdirSync(dataDir)).toEqual(["PG_VERSION"]);
});

test("says which folder it can't use", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(startPostgres({ dataDir: join(folder, "file", "postgres") })).rejects.toThrow(
    /file: a file is in its place/,
  );
});

test.runIf(process.getuid?.() === 0)(
  "as root, puts the data elsewhere when the project's home is closed",
  async () => {
    chmodSync(folder, 0o700);
    const lines: string[] = [];
    const server = await startPostgres({ dataDir, log: (line) => lines.push(line) });
    running.push(server);
    try {
      expect(lines.join("\n")).toContain("is closed to user");
      expect(existsSync(dataDir)).toBe(false);
      expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
      const again = await start();
      expect(again).toMatchObject({ adopted: true, dataDir: server.dataDir });
    } finally {
      for (const one of running.splice(0)) await one.stop();
      rmSync(join(server.dataDir, ".."), { recursive: true, force: true });
    }
  },
);

async function start(): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir });
  running.push(server);
  return server;
}

async function query(server: RunningPostgres, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
