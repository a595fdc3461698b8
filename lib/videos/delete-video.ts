import { eq } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { videos } from "@/db/schema";
import { dropFile } from "@/lib/files/drop-file";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findVideo } from "./find-video";
import { showVideoChange } from "./show-video-change";
import { forgetPassages } from "./write-captions";

/** Takes a video away for good, with its captions and files. */
export async function deleteVideo(actor: Actor, id: number, tx?: Tx): Promise<void> {
  parseInput(idInput, id);
  requireMember(actor);
  await inTransaction(async (tx) => {
    const { video, article } = await findVideo(tx, actor, id);
    await forgetPassages(tx, id);
    await tx.delete(videos).where(eq(videos.id, id));
    for (const file of [video.fileId, video.posterId]) if (file) await dropFile(tx, file);
    await recordAudit(tx, actor, "video.deleted", { kind: "article", id: article.id }, { videoId: id, title: video.title });
    await showVideoChange(tx, article);
  }, tx);
}
