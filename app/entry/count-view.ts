import type { IncomingMessage } from "node:http";
import { system } from "@/lib/members/actor";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { recordViews } from "@/lib/threads/record-views";

const FLUSH_MS = 20_000;
/** Whoever guesses numbers fills no memory. */
const THREADS_AT_MOST = 20_000;
const opened = /^(?:\/de)?\/t\/([1-9]\d{0,14})(?:[/?]|$)/;
const machines = /bot|crawl|spider|slurp|preview|fetch|monitor|scan|curl|wget|python|java\/|go-http|libwww|feed|archiver|lighthouse/i;

const pending = singleton("thread-views", () => ({ views: new Map<number, number>(), timer: undefined as NodeJS.Timeout | undefined }));

/** Notes in memory that a person opened a thread. The page is not kept waiting, nor is the database asked. */
export function countView(req: Pick<IncomingMessage, "method" | "url" | "headers">): void {
  const id = viewOf(req);
  const { views } = pending;
  if (id === null || (views.size >= THREADS_AT_MOST && !views.has(id))) return;
  views.set(id, (views.get(id) ?? 0) + 1);
  pending.timer ??= setTimeout(() => void flushViews(), FLUSH_MS).unref();
}

export async function flushViews(): Promise<void> {
  const { views } = pending;
  clearTimeout(pending.timer);
  pending.timer = undefined;
  pending.views = new Map();
  await recordViews(system("views"), views).catch((error: unknown) => log.warn("views not kept", { error: String(error) }));
}

/** The number of the thread, when a person's browser asks for its page. Nobody is counted who only looks ahead. */
export function viewOf({ method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">): number | null {
  if (method !== "GET" || !url || !(url.startsWith("/t/") || url.startsWith("/de/t/"))) return null;
  const id = opened.exec(url)?.[1];
  const browser = headers["user-agent"];
  if (!id || !browser || machines.test(browser) || headers["sec-purpose"] !== undefined || headers.purpose === "prefetch") return null;
  return Number(id);
}
