import { createServer, type Server } from "node:http";
import next from "next";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { loadSample } from "@/db/seed/load-sample";
import { flushViews } from "@/app/entry/count-view";
import { handleRequest } from "@/app/entry/handle-request";
import { endAllStreams, hearEvent, hearRevocation, wakeAllStreams } from "@/app/entry/stream";
import { startWorker } from "@/lib/worker";
import { publicUrl, readConfig } from "@/lib/platform/config";
import { eventsChannel } from "@/lib/platform/events";
import { listen } from "@/lib/platform/listen";
import { log } from "@/lib/platform/log";
import { hearPeer, joinPeers, losePeers, startHeartbeat } from "@/lib/platform/pages/page-peers";
import { pagesChannel } from "@/lib/platform/pages/page-tags";

/** Longer than proxies and programs keep a line they don't need: who closes first must not be the one who is about to be asked. */
const KEEP_ALIVE_MS = 75_000;
const STOP_MS = 4_500;
const FINISH_MS = 2_500;

const read = readConfig(process.env);
if ("mistakes" in read) {
  for (const mistake of read.mistakes) console.error(`Configuration: ${mistake}`);
  process.exit(1);
}
const { config } = read;
const development = process.argv.includes("--dev");

await migrateDatabase(config.DATABASE_URL);
if (config.KUNDIG_EMBEDDED === "1" && config.KUNDIG_SAMPLE === "on") await loadSample((line) => console.log(line));

const isWeb = config.KUNDIG_ROLE !== "worker";
const worker = config.KUNDIG_ROLE !== "web" ? await startWorker() : undefined;
const web = isWeb ? await startWeb() : undefined;
console.log(web ? `Kundig is ready at ${publicUrl()}` : "Kundig's worker is ready.");
process.send?.({ ready: true });

async function startWeb() {
  const app = next({ dev: development, dir: process.cwd(), hostname: "localhost", port: config.PORT });
  await app.prepare();
  const listener = await listen(config.DATABASE_URL, [eventsChannel, pagesChannel], {
    connected: async () => {
      await joinPeers();
      void wakeAllStreams();
    },
    lost: losePeers,
    notified: (channel, payload) => {
      if (channel === eventsChannel) return hearEvent(payload);
      hearPeer(payload);
      hearRevocation(payload);
    },
  });
  const leave = startHeartbeat();
  // Only videos may come in for so long; everything else is cut off sooner (app/entry/body-deadline.ts).
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: 10_000, requestTimeout: 30 * 60_000, connectionsCheckingInterval: 3_000 }, handleRequest(app.getRequestHandler() as never));
  if (development) server.on("upgrade", app.getUpgradeHandler());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.PORT, config.HOST, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${config.PORT} is taken. Choose another with PORT=…` : `Cannot listen on ${config.HOST}:${config.PORT}: ${error.message}`);
    process.exit(1);
  });
  return { server, listener, leave };
}

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), STOP_MS).unref();
  if (web) {
    await finishRequests(web.server);
    await flushViews();
    await web.leave();
  }
  await worker?.stop().catch((error: unknown) => log.error("worker did not stop", error));
  await web?.listener.stop();
  await closeDatabase();
  process.exit(0);
}

/** Takes nobody new, ends the streams and lets what is being answered come to its end. */
async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  endAllStreams();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, FINISH_MS))]);
  clearInterval(idle);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher is gone: so are we.
process.on("disconnect", () => void stop());
process.on("unhandledRejection", (error) => log.error("unhandled rejection", error));
