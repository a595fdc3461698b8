import type { IncomingMessage } from "node:http";
import { isStreamed } from "./rest";

const BODY_MS = 60_000;
/** The largest file at half a megabit a second, as phones at the edge of a net have. */
const UPLOAD_MS = 6 * 60_000;

/** Whoever sends a body has a minute for it (for a file six), so that nobody holds us up with a byte now and then; large files take as long as they take. */
export function limitBodyTime(req: IncomingMessage, within = timeFor(req.url)): void {
  const hasBody = req.headers["content-length"] !== undefined || req.headers["transfer-encoding"] !== undefined;
  if (!hasBody || isStreamed(req)) return;
  const late = setTimeout(() => {
    if (!req.complete) req.destroy();
  }, within).unref();
  req.once("close", () => clearTimeout(late));
}

function timeFor(url = ""): number {
  return url.startsWith("/api/v1/files?") ? UPLOAD_MS : BODY_MS;
}
