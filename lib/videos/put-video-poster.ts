import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { files, videos } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { processImage } from "@/lib/platform/files/process-image";
import { putFile } from "@/lib/platform/files/storage";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findVideo } from "./find-video";
import { showVideoChange } from "./show-video-change";

/** Sets the picture that stands for a video until it is played. */
export async function putVideoPoster(actor: Actor, id: number, data: Buffer, outer?: Tx): Promise<{ id: number; url: string }> {
  parseInput(idInput, id);
  const owner = requireMember(actor);
  await inTransaction((tx) => findVideo(tx, actor, id), outer);
  const picture = await processImage(data);
  const { key, ...stored } = await putFile(picture.data);
  await inTransaction(async (tx) => {
    const { video, article } = await findVideo(tx, actor, id);
    const { mime, width, height } = picture;
    await tx.insert(files).values({ id: key, ownerId: owner.id, name: `video-${id}`, mime, width, height, ...stored, articleId: article.id, createdAt: now() });
    await tx.update(videos).set({ posterId: key }).where(eq(videos.id, id));
    if (video.posterId) await dropFile(tx, video.posterId);
    await recordAudit(tx, actor, "video.poster_put", { kind: "article", id: article.id }, { videoId: id });
    await showVideoChange(tx, article);
  }, outer);
  return { id, url: `/files/${key}` };
}
