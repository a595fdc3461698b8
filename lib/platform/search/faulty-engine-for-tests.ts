import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const faults = ["slow", "refusing", "half-open", "wrong version", "disk full", "task failed"] as const;
export type Fault = (typeof faults)[number];
export type FaultyEngine = {
  url: string;
  /** Null: as healthy as what stands behind it. */
  suffer(fault: Fault | null): Promise<void>;
  stop(): Promise<void>;
};

const slowMs = 2_000;
const reasons = { "disk full": "no_space_left_on_device", "task failed": "internal" };

/** Stands between us and an engine and does to it what disks, networks and upgrades do. */
export async function faultyEngine(target: string): Promise<FaultyEngine> {
  let fault: Fault | null = null;
  const lost = new Set<string>();
  const server = createServer((request, response) => {
    if (fault === "half-open") return;
    if (fault === "slow") return void setTimeout(() => forward(target, request, response, lost), slowMs);
    if (fault === "wrong version" && request.url === "/version") return answer(response, { commitSha: "", commitDate: "", pkgVersion: "1.12.3" });
    if ((fault === "disk full" || fault === "task failed") && isWrite(request)) return accept(request, response, fault, lost);
    forward(target, request, response, lost);
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    suffer: async (next) => {
      if (fault === "half-open") server.closeAllConnections();
      if (next === "refusing") await close();
      else if (fault === "refusing") await listen(server, port);
      fault = next;
    },
    stop: async () => {
      if (server.listening) await close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

function isWrite({ method = "", url = "" }: IncomingMessage): boolean {
  return method !== "GET" && /^\/(indexes|swap-indexes)/.test(url) && !/\/(search|fetch)\b/.test(url);
}

/** Taken with thanks, and never done: that is how Meilisearch fails. */
function accept(request: IncomingMessage, response: ServerResponse, fault: keyof typeof reasons, lost: Set<string>): void {
  const uid = 1_000_000 + lost.size;
  lost.add(`${uid}:${reasons[fault]}`);
  request.resume();
  request.on("end", () => answer(response, { taskUid: uid, indexUid: "", status: "enqueued", type: "documentAdditionOrUpdate", enqueuedAt: new Date(0).toISOString() }, 202));
}

function forward(target: string, request: IncomingMessage, response: ServerResponse, lost: Set<string>): void {
  const [, uid] = /^\/tasks\/(\d+)/.exec(request.url ?? "") ?? [];
  const failed = [...lost].find((task) => task.startsWith(`${uid}:`));
  if (failed) {
    const code = failed.split(":")[1];
    return answer(response, { uid: Number(uid), indexUid: "", status: "failed", type: "documentAdditionOrUpdate", error: { message: `it failed: ${code}`, code, type: "internal", link: "" }, enqueuedAt: new Date(0).toISOString(), finishedAt: new Date(0).toISOString() });
  }
  const passed = ask(new URL(request.url ?? "/", target), { method: request.method, headers: { ...request.headers, host: new URL(target).host } }, (theirs) => {
    response.writeHead(theirs.statusCode ?? 502, theirs.headers);
    theirs.pipe(response);
  });
  passed.on("error", () => response.destroy());
  response.on("close", () => passed.destroy());
  request.pipe(passed);
}

function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
