import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { readStored, streamStored } from "@/lib/platform/files/storage";
import { isLocale } from "@/lib/platform/i18n/locale";
import { type FileView, getFile } from "@/lib/files/get-file";
import { getCaptions } from "@/lib/videos/get-captions";
import { type Answer, answer, send, withEtag } from "./answer";
import { rangeOf } from "./range-of";

/** Uploaded files: pictures and videos to look at, everything else to keep. Nothing in them ever runs. */
export async function sendFile(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = /^\/files\/([a-z0-9]{16,64})(?:\/[^/?]*)?(?:\?|$)/.exec(req.url ?? "")?.[1];
  const file = id && isRead(req) ? await getFile(await actorFromRequest(req.headers), id) : null;
  if (file?.mime.startsWith("video/")) return sendVideo(req, res, file);
  const data = file && (await readStored(file.id));
  send(req, res, data ? withEtag(answer(200, file.mime, data, headersOf(file))) : notFound());
}

/** What is said in a video, for players: /captions/12/de.vtt. */
export async function captionsAnswer(req: IncomingMessage): Promise<Answer> {
  const [, id, locale] = /^\/captions\/([1-9]\d{0,14})\/(\w+)\.vtt(?:\?|$)/.exec(req.url ?? "") ?? [];
  const vtt = id && isLocale(locale) && isRead(req) ? await getCaptions(await actorFromRequest(req.headers), Number(id), locale) : null;
  return vtt === null ? notFound() : withEtag(answer(200, "text/vtt; charset=utf-8", vtt, { "cache-control": "private, no-cache" }));
}

/** In pieces, and from where the player wants to go on: it asks for parts of it all the time. */
async function sendVideo(req: IncomingMessage, res: ServerResponse, file: FileView): Promise<void> {
  const etag = `"${file.sha256}"`;
  const { headers } = answer(200, file.mime, "", { ...headersOf(file), etag, "accept-ranges": "bytes" });
  if (req.headers["if-none-match"] === etag) return void res.writeHead(304, headers).end();
  const isSame = (req.headers["if-range"] ?? etag) === etag;
  const wanted = isSame ? rangeOf(req.headers.range, file.size) : null;
  if (wanted === "beyond") return void res.writeHead(416, { ...headers, "content-range": `bytes */${file.size}`, "content-length": 0 }).end();
  const range = wanted ?? { start: 0, end: file.size - 1 };
  const part = wanted ? { "content-range": `bytes ${range.start}-${range.end}/${file.size}` } : {};
  res.writeHead(wanted ? 206 : 200, { ...headers, ...part, "content-length": range.end - range.start + 1 });
  if (req.method === "HEAD") return void res.end();
  // Who has seen enough hangs up: that is no failure.
  await pipeline(Readable.from(streamStored(file.id, range), { objectMode: false, highWaterMark: 1 }), res).catch(() => res.destroy());
}

function headersOf({ name, mime, shared, ofArticle }: FileView): Record<string, string> {
  const isShown = /^(image\/(png|jpeg|webp|gif|avif)|video\/(mp4|webm))$/.test(mime);
  return {
    "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": shared ? "public, max-age=31536000, immutable" : ofArticle ? "private, no-cache" : "private, no-store",
  };
}

function isRead({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

function notFound(): Answer {
  return answer(404, "text/plain; charset=utf-8", "Not found");
}
