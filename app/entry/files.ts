import type { IncomingMessage } from "node:http";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { getFile } from "@/lib/files/get-file";
import { type Answer, answer } from "./answer";

/** Uploaded files: pictures to look at, everything else to keep. Nothing in them ever runs. */
export async function fileAnswer(req: IncomingMessage): Promise<Answer> {
  const id = /^\/files\/([a-z0-9]{16,64})(?:\/[^/?]*)?(?:\?|$)/.exec(req.url ?? "")?.[1];
  const file = id && (req.method === "GET" || req.method === "HEAD") ? await getFile(await actorFromRequest(req.headers), id) : null;
  if (!file) return answer(404, "text/plain; charset=utf-8", "Not found");
  const picture = /^image\/(png|jpeg|webp|gif|avif)$/.test(file.mime);
  return answer(200, file.mime, file.data, {
    "content-disposition": `${picture ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "cache-control": file.shared ? "public, max-age=31536000, immutable" : "private, no-store",
  });
}
