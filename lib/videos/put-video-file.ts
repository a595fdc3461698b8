import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { files, videos } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { incomplete, tooLarge } from "@/lib/platform/files/read-upload";
import { deleteStored, putFile } from "@/lib/platform/files/storage";
import { type VideoType, videoHead, videoType } from "@/lib/platform/files/video-type";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findVideo } from "./find-video";
import { videoLimits } from "./input";
import { showVideoChange } from "./show-video-change";

type Upload = { chunks: AsyncIterable<Uint8Array>; /** As the sender announced it. */ bytes?: number };

/** Takes a video's file as it comes in, or another one in its place. The bytes are safe before anything points to them. */
export async function putVideoFile(actor: Actor, id: number, { chunks, bytes }: Upload, outer?: Tx): Promise<{ id: number; url: string }> {
  parseInput(idInput, id);
  const owner = requireMember(actor);
  if ((bytes ?? 0) > videoLimits.bytes) throw tooLarge(videoLimits.bytes);
  await inTransaction((tx) => findVideo(tx, actor, id), outer);
  const checked = check(chunks, bytes);
  const stored = await putFile(checked.chunks);
  try {
    await inTransaction(async (tx) => {
      const { video, article } = await findVideo(tx, actor, id);
      const { type } = checked;
      const name = `video-${id}.${type === "video/mp4" ? "mp4" : "webm"}`;
      await tx.insert(files).values({ id: stored.key, ownerId: owner.id, name, mime: type, size: stored.size, sha256: stored.sha256, articleId: article.id, createdAt: now() });
      await tx.update(videos).set({ fileId: stored.key }).where(eq(videos.id, id));
      if (video.fileId) await dropFile(tx, video.fileId);
      await recordAudit(tx, actor, "video.file_put", { kind: "article", id: article.id }, { videoId: id, size: stored.size });
      await showVideoChange(tx, article);
    }, outer);
  } catch (error) {
    await deleteStored(stored.key);
    throw error;
  }
  return { id, url: `/files/${stored.key}` };
}

/** The same bytes, given up at the first one too many, or as soon as they are no video. */
function check(chunks: AsyncIterable<Uint8Array>, announced?: number) {
  const found = { type: "video/mp4" as VideoType, chunks: passing() };
  async function* passing() {
    let head = Buffer.alloc(0);
    let size = 0;
    for await (const chunk of arriving(chunks)) {
      size += chunk.length;
      if (size > videoLimits.bytes) throw tooLarge(videoLimits.bytes);
      if (head.length < videoHead) head = Buffer.concat([head, chunk.subarray(0, videoHead)]);
      if (head.length >= videoHead) found.type = typeOf(head);
      yield chunk;
    }
    found.type = typeOf(head);
    if (announced !== undefined && announced !== size) throw incomplete();
  }
  return found;
}

async function* arriving(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch {
    throw incomplete();
  }
}

function typeOf(head: Buffer): VideoType {
  const type = videoType(head);
  if (!type) throw new InvalidInput({ file: { key: "error.video.type" } });
  return type;
}
