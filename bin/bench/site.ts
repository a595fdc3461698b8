import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import pg from "pg";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { entryArguments } from "../lib/entry.mjs";

export type Site = { url: string; pid: number; child: ChildProcess; stop: () => Promise<void> };

/** A database of its own beside the community's, with the same durability; this process works on it too. */
export async function inFreshDatabase<T>(server: string, name: string, work: (url: string) => Promise<T>): Promise<T> {
  const database = await freshDatabase(server, name);
  process.env.DATABASE_URL = database.url;
  try {
    await migrateDatabase(database.url);
    return await work(database.url);
  } finally {
    await closeDatabase();
    await database.drop();
    process.env.DATABASE_URL = server;
  }
}

async function freshDatabase(server: string, name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`drop database if exists ${name} with (force)`);
  await admin(`create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}

export async function startSite(databaseUrl: string): Promise<Site> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, entryArguments(process.env), {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl, PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: url, KUNDIG_SAMPLE: "off", KUNDIG_EMBEDDED: "0" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await untilReady(url, child);
  return { url, pid: child.pid ?? 0, child, stop: () => stop(child) };
}

export async function startBare(file: string): Promise<Site> {
  const port = await freePort();
  const child = spawn(process.execPath, [resolve("bin/bench/bare-server.mjs"), file, String(port)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  await new Promise((done) => child.once("message", done));
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, child, stop: () => stop(child) };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error("The site did not start");
    if (await fetch(`${url}/readyz`).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The site was not ready after a minute");
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
