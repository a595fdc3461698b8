import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export type RunningMeilisearch = {
  url: string;
  key: string;
  /** None when it was running before. */
  pid?: number;
  stop(): Promise<void>;
};

/** Whether tests can use a Meilisearch: one that runs at MEILI_URL, or a program on the PATH. */
export const hasMeilisearch = Boolean(process.env.MEILI_URL) || findProgram() !== null;

/** The one at MEILI_URL, or one of our own in a folder that goes away with it. */
export async function startMeilisearch(port?: number, folder?: string): Promise<RunningMeilisearch> {
  const given = process.env.MEILI_URL;
  if (given && port === undefined)
    return { url: given, key: process.env.MEILI_KEY ?? "", stop: async () => {} };
  const program = findProgram();
  if (!program) throw new Error("no meilisearch on the PATH");
  const home = folder ?? mkdtempSync(join(tmpdir(), "kundig-meilisearch-"));
  mkdirSync(home, { recursive: true });
  const key = "only-the-tests-know-this-key-0123456789";
  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const parts = [
    "--db-path",
    join(home, "data"),
    "--dump-dir",
    join(home, "dumps"),
    "--snapshot-dir",
    join(home, "snapshots"),
  ];
  const child = spawn(
    program,
    ["--http-addr", address, "--master-key", key, "--no-analytics", "--log-level", "ERROR", "--max-indexing-threads", String(availableParallelism()), ...parts],
    { cwd: home, stdio: "ignore" },
  );
  process.once("exit", () => child.kill());
  await healthy(`http://${address}`, child);
  const stop = async () => {
    await ended(child);
    if (!folder) rmSync(home, { recursive: true, force: true });
  };
  return { url: `http://${address}`, key, pid: child.pid, stop };
}

function findProgram(): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      const path = join(folder, "meilisearch");
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("meilisearch does not answer");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(timer);
}
