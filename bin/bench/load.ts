import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Load = { url: string; paths?: string[]; headers?: Record<string, string>; seconds: number; connections: number };
export type Measured = { perSecond: number; p99Ms: number; failed: number };

export const driver = spawnSync("wrk", ["-v"]).error ? "autocannon" : "wrk";

/** Asks for the paths in turn, as fast as the answers come. */
export async function load(job: Load): Promise<Measured> {
  return driver === "wrk" ? withWrk(job) : withAutocannon(job);
}

async function withWrk({ url, paths = [""], headers = {}, seconds, connections }: Load): Promise<Measured> {
  const script = join(tmpdir(), `kundig-bench-${process.pid}.lua`);
  const list = paths.map((path) => JSON.stringify(path || new URL(url).pathname + new URL(url).search)).join(", ");
  writeFileSync(
    script,
    `local paths = {${list}}
local at = 0
${Object.entries(headers).map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`).join("\n")}
request = function() at = at % #paths + 1 return wrk.format("GET", paths[at]) end
done = function(summary, latency) print(string.format("RESULT %f %f %d", summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end
`,
  );
  const output = await run("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, new URL(url).origin]);
  const [, perSecond, p99, failed] = /RESULT ([\d.]+) ([\d.]+) (\d+)/.exec(output) ?? [];
  if (!perSecond) throw new Error(`wrk said: ${output}`);
  return { perSecond: Number(perSecond), p99Ms: Number(p99), failed: Number(failed) };
}

async function withAutocannon({ url, paths = [""], headers = {}, seconds, connections }: Load): Promise<Measured> {
  const { default: autocannon } = await import("autocannon");
  const result = await autocannon({
    url: new URL(url).origin,
    connections,
    duration: seconds,
    workers: 1,
    requests: paths.map((path) => ({ method: "GET" as const, path: path || new URL(url).pathname, headers })),
  });
  return { perSecond: result.requests.average, p99Ms: result.latency.p99, failed: result.non2xx + result.errors };
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}

/** Milliseconds of CPU that a process has used so far. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of processes in MB, shared pages counted once. */
export function memoryMb(pids: number[]): number {
  let kb = 0;
  for (const pid of pids) {
    try {
      kb += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return Math.round(kb / 1024);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
