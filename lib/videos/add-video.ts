import { type Tx, inTransaction } from "@/db/client";
import { videos } from "@/db/schema";
import { findArticle } from "@/lib/articles/find-article";
import { canWriteArticle } from "@/lib/articles/permissions";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { addVideoInput } from "./input";
import { readCaptions, writeCaptions } from "./write-captions";

/** Gives an article a video, with what is said in it. Its file follows (putVideoFile); until then readers don't see it. */
export async function addVideo(actor: Actor, articleId: number, input: unknown, tx?: Tx): Promise<{ id: number }> {
  parseInput(idInput, articleId);
  const { title, silent, captions } = parseInput(addVideoInput, input);
  requireMember(actor);
  const read = readCaptions(captions);
  return inTransaction(async (tx) => {
    await findArticle(tx, actor, articleId);
    assertCan(canWriteArticle(actor));
    const [video] = await tx.insert(videos).values({ articleId, title, silent, createdAt: now() }).returning({ id: videos.id });
    if (!video) throw new Error("no video written");
    await writeCaptions(tx, { id: video.id, silent }, read);
    await recordAudit(tx, actor, "video.added", { kind: "article", id: articleId }, { videoId: video.id });
    return video;
  }, tx);
}
